"""Asks Charley one question over gRPC: python ask.py HOST:PORT QUESTION"""

import sys

import grpc

from charley.v1 import assistant_pb2, assistant_pb2_grpc


def print_lines(*lines: str) -> None:
    for line in filter(None, lines):
        print(line)


def show(reply: assistant_pb2.AskResponse) -> None:
    # An escalation comes alone: show it first, and nothing beside it.
    if reply.HasField("escalation"):
        print(f"{reply.escalation.headline}. {reply.escalation.action}")
        print_lines(reply.escalation.translated_action)
        return
    print_lines(reply.clinician_advice.action)
    # A message that asks two things has a second answer, or a line that says what is left out.
    for answer in [reply.answer, *reply.more_answers] if reply.HasField("answer") else []:
        print(f"{answer.title} {answer.text}")
        for citation in answer.citations:
            print(f"  {citation.title}, {citation.publisher}, paragraph {citation.paragraph}")
    print_lines(reply.left_out, reply.not_covered.translated_text, reply.not_covered.text)
    print_lines(reply.clarification.prompt, *(f"  {option.question}" for option in reply.clarification.options))
    print_lines(reply.small_talk.text, reply.safety_net)


def main() -> int:
    address, question = sys.argv[1:]
    with grpc.insecure_channel(address) as channel:
        assistant = assistant_pb2_grpc.AssistantServiceStub(channel)
        request = assistant_pb2.AskRequest(question=question, region="GB")
        reply = assistant.Ask(request, timeout=5)
    show(reply)
    return 0


if __name__ == "__main__":
    sys.exit(main())
