// Every state that a patient can meet, and how to get there from an empty chat.

import { ask, send } from "./harness.mjs";

const failed = (page) => page.locator(".failure").waitFor();

// Each gets the page, and the stand-in server's state to change; it is set back afterwards.
export const states = {
  welcome: async () => {},
  waiting: async (page, server) => {
    server.mode = "hang";
    await send(page, "Why do cramps come at night?");
    await page.locator(".waiting").waitFor();
  },
  answer: (page) => ask(page, "why does my calf lock up at 3am"),
  "answer-source": async (page) => {
    await ask(page, "why does my calf lock up at 3am");
    await page.locator(".mark").first().click();
    await page.locator(".source").waitFor();
  },
  "answer-opinion": async (page) => {
    await ask(page, "can a chiropractor help");
    await page.locator(".mark").first().click();
    await page.locator(".source").waitFor();
  },
  "answer-rated": async (page) => {
    await ask(page, "why does my calf lock up at 3am");
    await page.getByRole("button", { name: "Yes" }).click();
    await page.getByText("Thank you.").first().waitFor();
  },
  "several-answers": (page) => ask(page, "chiropractor and night"),
  clinician: (page) => ask(page, "I have cramps every night"),
  clarification: (page) => ask(page, "cramp in my leg"),
  "not-covered": (page) => ask(page, "where should I go on holiday"),
  "not-covered-spanish": (page) => ask(page, "no puedo conciliar el sueño"),
  "small-talk": (page) => ask(page, "hello"),
  "follow-up": async (page) => {
    await ask(page, "why does my calf lock up at 3am");
    await ask(page, "can a chiropractor help");
  },
  emergency: (page) => ask(page, "cramp and chest pain"),
  "urgent-today": (page) => ask(page, "my calf is swollen and warm"),
  "emergency-translated": (page) => ask(page, "dolor de pecho"),
  "emergency-after-answer": async (page) => {
    await ask(page, "why does my calf lock up at 3am");
    await ask(page, "cramp and chest pain");
  },
  offline: async (page) => {
    await page.context().setOffline(true);
    await send(page, "my foot cramps");
    await failed(page);
  },
  "server-down": async (page, server) => {
    server.mode = "down";
    await send(page, "my foot cramps");
    await failed(page);
  },
  busy: async (page, server) => {
    server.mode = "busy";
    await send(page, "my foot cramps");
    await failed(page);
  },
  unreadable: async (page, server) => {
    server.mode = "strange";
    await send(page, "my foot cramps");
    await failed(page);
  },
  "too-long": async (page) => {
    await send(page, "my foot cramps ".repeat(140));
    await failed(page);
  },
};
