// Runs in Chromium, on another origin than the service: what a web developer's page would do.

import { fromBinary, toBinary, create } from "@bufbuild/protobuf";
import { createClient } from "@connectrpc/connect";
import { createConnectTransport, createGrpcWebTransport } from "@connectrpc/connect-web";
import * as grpcWeb from "grpc-web";

import { AskRequestSchema, AskResponseSchema, AssistantService } from "./generated/charley/v1/assistant_pb.js";

function byConnectWeb(transport) {
  return async (question) => {
    const response = await createClient(AssistantService, transport).ask({ question });
    return response.reply.value.citations.length;
  };
}

// The official client, with its own framing; protobuf-es stands in for the code generator that npm does not have.
function byOfficialGrpcWeb(baseUrl, format) {
  const client = new grpcWeb.GrpcWebClientBase({ format });
  const method = new grpcWeb.MethodDescriptor(
    "/charley.v1.AssistantService/Ask",
    grpcWeb.MethodType.UNARY,
    Object,
    Object,
    (request) => toBinary(AskRequestSchema, create(AskRequestSchema, request)),
    (bytes) => fromBinary(AskResponseSchema, bytes),
  );
  return async (question) => {
    const response = await client.unaryCall(
      `${baseUrl}/charley.v1.AssistantService/Ask`,
      { question },
      {},
      method,
    );
    return response.reply.value.citations.length;
  };
}

globalThis.askBy = (kind, baseUrl, question) =>
  ({
    connect: byConnectWeb(createConnectTransport({ baseUrl })),
    "connect-binary": byConnectWeb(createConnectTransport({ baseUrl, useBinaryFormat: true })),
    "connect-grpc-web": byConnectWeb(createGrpcWebTransport({ baseUrl })),
    "grpc-web-text": byOfficialGrpcWeb(baseUrl, "text"),
    "grpc-web-binary": byOfficialGrpcWeb(baseUrl, "binary"),
  })[kind](question);

globalThis.askForError = async (baseUrl) => {
  try {
    await byOfficialGrpcWeb(baseUrl, "text")(" ");
    return "no error";
  } catch (error) {
    return `${error.code} ${error.message}`;
  }
};
