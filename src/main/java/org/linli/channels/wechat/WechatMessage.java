package org.linli.channels.wechat;

import org.jspecify.annotations.Nullable;

/// What one call of WeChat says: a message somebody wrote, or a [WechatEvent]. Kinds by the platform's page
/// "接收普通消息".
sealed interface WechatMessage
        permits WechatMessage.Text,
                WechatMessage.Image,
                WechatMessage.Voice,
                WechatMessage.Video,
                WechatMessage.Location,
                WechatMessage.Link,
                WechatMessage.Unknown,
                WechatEvent {

    /// @param menuItem the id of the entry, where the words were tapped in a menu we sent
    record Text(String content, @Nullable String menuItem) implements WechatMessage {
        @Override
        public String toString() {
            return "Text[" + content.length() + " characters]";
        }
    }

    record Image(String mediaId, @Nullable String url) implements WechatMessage {}

    /// @param recognition what the platform understood, in accounts where it still listens
    record Voice(String mediaId, String format, @Nullable String recognition) implements WechatMessage {
        @Override
        public String toString() {
            return "Voice[" + mediaId + "]";
        }
    }

    /// @param brief whether it is a "shortvideo"
    record Video(String mediaId, String thumbnail, boolean brief) implements WechatMessage {}

    record Location(double latitude, double longitude, double scale, String label) implements WechatMessage {
        @Override
        public String toString() {
            return "Location[]";
        }
    }

    record Link(String title, String description, String url) implements WechatMessage {
        @Override
        public String toString() {
            return "Link[]";
        }
    }

    /// @param kind as the platform names it; empty where it names none
    record Unknown(String kind) implements WechatMessage {}
}
