package org.linli.channels.wecom.bot;

import java.util.List;
import org.linli.channels.Content;

/// What one call for an AI bot says. Kinds by the platform's pages "接收消息" and "接收事件" of 智能机器人.
sealed interface BotCall {

    /// Somebody said something: words, and behind them pictures, where both came in one message.
    record Said(List<Content> contents) implements BotCall {
        public Said {
            contents = List.copyOf(contents);
        }
    }

    /// The platform asks for the newest text of a stream.
    record Refresh(String stream) implements BotCall {}

    /// Somebody opened their private talk with the bot, for the first time today.
    record EnteredChat() implements BotCall {}

    /// A button of a card of ours was tapped.
    ///
    /// @param key of the button, which is ours
    record CardTapped(String key, String task) implements BotCall {}

    /// What somebody thinks of an answer.
    ///
    /// @param type 1 right, 2 wrong, 3 taken back
    record Feedback(String id, long type) implements BotCall {}

    /// An event that we do not know.
    record UnknownEvent(String name) implements BotCall {}
}
