"""Asks Charley one question over gRPC: python ask.py HOST:PORT QUESTION"""

import sys

import grpc

from charley.v1 import assistant_pb2, assistant_pb2_grpc


def main() -> int:
    address, question = sys.argv[1:]
    with grpc.insecure_channel(address) as channel:
        assistant = assistant_pb2_grpc.AssistantServiceStub(channel)
        request = assistant_pb2.AskRequest(question=question, region="GB")
        reply = assistant.Ask(request, timeout=5)
    # An escalation comes alone: show it first, and nothing beside it.
    if reply.HasField("escalation"):
        print(f"{reply.escalation.headline}. {reply.escalation.action}")
    elif reply.HasField("answer"):
        print(f"{reply.answer.title} {reply.answer.text}")
        for citation in reply.answer.citations:
            print(f"  {citation.title}, {citation.publisher}, paragraph {citation.paragraph}")
    else:
        print(reply.not_covered.text or reply.clarification.prompt or reply.small_talk.text)
    print(reply.safety_net)
    return 0


if __name__ == "__main__":
    sys.exit(main())
