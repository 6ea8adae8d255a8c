// Asks Charley one question over gRPC with OkHttp, as an Android app would: Ask HOST PORT QUESTION

package charley

import charley.v1.Assistant.AskResponse
import charley.v1.AssistantServiceGrpc
import charley.v1.askRequest
import io.grpc.okhttp.OkHttpChannelBuilder
import java.util.concurrent.TimeUnit
import kotlin.system.exitProcess

fun show(reply: AskResponse) {
    // An escalation comes alone: show it first, and nothing beside it.
    if (reply.hasEscalation()) {
        println("${reply.escalation.headline}. ${reply.escalation.action}")
    } else if (reply.hasAnswer()) {
        println("${reply.answer.title} ${reply.answer.text}")
        for (citation in reply.answer.citationsList) {
            println("  ${citation.title}, ${citation.publisher}, paragraph ${citation.paragraph}")
        }
    } else {
        println(reply.notCovered.text + reply.clarification.prompt + reply.smallTalk.text)
    }
    println(reply.safetyNet)
}

fun main(arguments: Array<String>) {
    if (arguments.size != 3) {
        System.err.println("usage: Ask HOST PORT QUESTION")
        exitProcess(2)
    }
    val (host, port, words) = arguments
    // Plain text for a server of one's own; an app uses TLS, which is the default.
    val channel = OkHttpChannelBuilder.forAddress(host, port.toInt()).usePlaintext().build()
    try {
        val assistant = AssistantServiceGrpc.newBlockingStub(channel).withDeadlineAfter(5, TimeUnit.SECONDS)
        show(assistant.ask(askRequest { question = words; region = "GB" }))
    } finally {
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS)
    }
}
