// Asks Charley one question over gRPC with OkHttp, as an Android app would: Ask HOST PORT QUESTION

package charley

import charley.v1.Assistant.AskResponse
import charley.v1.AssistantServiceGrpc
import charley.v1.askRequest
import io.grpc.okhttp.OkHttpChannelBuilder
import java.util.concurrent.TimeUnit
import kotlin.system.exitProcess

fun linesOf(reply: AskResponse) = sequence {
    // An escalation comes alone: show it first, and nothing beside it.
    if (reply.hasEscalation()) {
        yield("${reply.escalation.headline}. ${reply.escalation.action}")
        yield(reply.escalation.translatedAction)
        return@sequence
    }
    yield(reply.clinicianAdvice.action)
    // A message that asks two things has a second answer, or a line that says what is left out.
    for (answer in if (reply.hasAnswer()) listOf(reply.answer) + reply.moreAnswersList else emptyList()) {
        yield("${answer.title} ${answer.text}")
        for (citation in answer.citationsList) {
            yield("  ${citation.title}, ${citation.publisher}, paragraph ${citation.paragraph}")
        }
    }
    yield(reply.leftOut)
    yield(reply.notCovered.translatedText)
    yield(reply.notCovered.text + reply.clarification.prompt + reply.smallTalk.text)
    for (option in reply.clarification.optionsList) yield("  ${option.question}")
    yield(reply.safetyNet)
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
        val reply = assistant.ask(askRequest { question = words; region = "GB" })
        linesOf(reply).filter { it.isNotEmpty() }.forEach(::println)
    } finally {
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS)
    }
}
