// Asks Charley one question over gRPC. Not compiled and not run in this repository: there is no Swift toolchain where its tests run.
//
// Stubs: protoc --swift_out=. --grpc-swift_out=. -I proto proto/charley/v1/assistant.proto (swift-protobuf, grpc-swift 1.x)

import GRPC
import NIOCore
import NIOPosix

@main
struct Ask {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let port = Int(arguments[2]) else {
            print("usage: Ask HOST PORT QUESTION")
            return
        }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        // Plain text for a server of one's own; an app uses .usingTLSBackedByNIOSSL.
        let channel = ClientConnection.insecure(group: group).connect(host: arguments[1], port: port)
        let assistant = Charley_V1_AssistantServiceAsyncClient(channel: channel)

        var request = Charley_V1_AskRequest()
        request.question = arguments[3]
        request.region = "GB"
        let reply = try await assistant.ask(request, callOptions: CallOptions(timeLimit: .timeout(.seconds(5))))
        show(reply)

        try await channel.close().get()
        try await group.shutdownGracefully()
    }

    static func show(_ reply: Charley_V1_AskResponse) {
        // An escalation comes alone: show it first, and nothing beside it.
        if reply.hasEscalation {
            print("\(reply.escalation.headline). \(reply.escalation.action)")
            if !reply.escalation.translatedAction.isEmpty { print(reply.escalation.translatedAction) }
            return
        }
        if reply.hasClinicianAdvice { print(reply.clinicianAdvice.action) }
        if case .answer(let answer) = reply.reply {
            // A message that asks two things has a second answer, or a line that says what is left out.
            for answer in [answer] + reply.moreAnswers { show(answer) }
            if !reply.leftOut.isEmpty { print(reply.leftOut) }
        } else {
            if !reply.notCovered.translatedText.isEmpty { print(reply.notCovered.translatedText) }
            print(reply.notCovered.text + reply.clarification.prompt + reply.smallTalk.text)
            for option in reply.clarification.options { print("  \(option.question)") }
        }
        print(reply.safetyNet)
    }

    static func show(_ answer: Charley_V1_Answer) {
        print("\(answer.title) \(answer.text)")
        for citation in answer.citations {
            print("  \(citation.title), \(citation.publisher), paragraph \(citation.paragraph)")
        }
    }
}
