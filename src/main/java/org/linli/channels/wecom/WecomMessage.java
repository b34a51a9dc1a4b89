package org.linli.channels.wecom;

/// What one call of WeCom says: a message that a member wrote to an app, or a [WecomEvent]. Kinds by the platform's
/// page "接收消息格式".
public sealed interface WecomMessage
        permits WecomMessage.Text,
                WecomMessage.Image,
                WecomMessage.Voice,
                WecomMessage.Video,
                WecomMessage.Location,
                WecomMessage.Link,
                WecomMessage.Unknown,
                WecomEvent {

    record Text(String content) implements WecomMessage {
        @Override
        public String toString() {
            return "Text[" + content.length() + " characters]";
        }
    }

    record Image(String mediaId, String url) implements WecomMessage {
        @Override
        public String toString() {
            return "Image[]";
        }
    }

    /// @param format like `amr`
    record Voice(String mediaId, String format) implements WecomMessage {
        @Override
        public String toString() {
            return "Voice[]";
        }
    }

    record Video(String mediaId, String thumbnail) implements WecomMessage {
        @Override
        public String toString() {
            return "Video[]";
        }
    }

    record Location(double latitude, double longitude, String label) implements WecomMessage {
        @Override
        public String toString() {
            return "Location[]";
        }
    }

    record Link(String title, String description, String url) implements WecomMessage {
        @Override
        public String toString() {
            return "Link[]";
        }
    }

    /// @param kind as the platform names it; empty where it names none
    record Unknown(String kind) implements WecomMessage {}
}
