package org.linli.channels.wecom.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.linli.channels.Content;
import org.linli.channels.tencent.Field;

/// Tells what a call for a bot says. Missing pieces are empty: nothing here can fail.
final class ReadCall {

    /// In a group every message begins with the name by which the bot was called.
    private static final Pattern CALLED = Pattern.compile("^\\s*@\\S+[\\s\\u2005]*");

    private ReadCall() {}

    static BotCall from(Field call) {
        String kind = call.textOf("msgtype").strip().toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "stream" -> new BotCall.Refresh(call.at("stream").textOf("id"));
            case "event" -> event(call.at("event"));
            case "mixed" -> new BotCall.Said(mixed(call));
            case "text", "image", "voice", "file" -> new BotCall.Said(List.of(content(kind, call, isGroup(call))));
            default -> new BotCall.Said(List.of(new Content.Unknown(call.textOf("msgtype"))));
        };
    }

    static boolean isGroup(Field call) {
        return call.textOf("chattype").equals("group");
    }

    /// The words of what was quoted; empty where nothing was, or something without words.
    static String quoted(Field call) {
        Field quote = call.at("quote");
        String kind = quote.textOf("msgtype").strip().toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "text", "voice" -> spoken(quote.at(kind).textOf("content"), isGroup(call));
            case "mixed" -> words(quote, isGroup(call));
            default -> "";
        };
    }

    private static Content content(String kind, Field item, boolean group) {
        Field piece = item.at(kind);
        return switch (kind) {
            case "text" -> new Content.Text(spoken(piece.textOf("content"), group));
            // the platform has turned the voice into words already, and keeps it to itself
            case "voice" -> new Content.Text(piece.textOf("content"));
            case "image" -> new Content.Picture(piece.textOf("url").strip(), null);
            default -> new Content.File(piece.textOf("url").strip(), "");
        };
    }

    private static List<Content> mixed(Field call) {
        var contents = new ArrayList<Content>();
        for (Field item : call.at("mixed").all("msg_item")) {
            if (item.textOf("msgtype").equals("image")) {
                contents.add(content("image", item, false));
            }
        }
        String said = words(call, isGroup(call));
        if (!said.isEmpty() || contents.isEmpty()) {
            contents.addFirst(new Content.Text(said));
        }
        return contents;
    }

    private static String words(Field mixed, boolean group) {
        var words = new StringBuilder();
        for (Field item : mixed.at("mixed").all("msg_item")) {
            if (item.textOf("msgtype").equals("text")) {
                words.append(item.at("text").textOf("content"));
            }
        }
        return spoken(words.toString(), group);
    }

    private static String spoken(String text, boolean group) {
        return group ? CALLED.matcher(text).replaceFirst("") : text;
    }

    private static BotCall event(Field event) {
        String name = event.textOf("eventtype");
        Field details = event.at(name);
        return switch (name) {
            case "enter_chat" -> new BotCall.EnteredChat();
            case "template_card_event" -> new BotCall.CardTapped(details.textOf("event_key"), task(details));
            case "feedback_event" -> new BotCall.Feedback(details.textOf("id"), details.numberOf("type"));
            default -> new BotCall.UnknownEvent(name);
        };
    }

    // the platform's page writes it with a line, a library's sample without
    private static String task(Field card) {
        String task = card.textOf("task_id");
        return task.isEmpty() ? card.textOf("taskid") : task;
    }
}
