package org.linli.channels.wechat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something happened, nobody wrote. Kinds by the platform's pages "接收事件推送" and "自定义菜单事件推送".
sealed interface WechatEvent extends WechatMessage {

    /// @param scene from which of our codes, without the platform's `qrscene_`; `null` without one
    record Subscribed(@Nullable String scene, @Nullable String ticket) implements WechatEvent {}

    record Unsubscribed() implements WechatEvent {}

    /// A follower scanned one of our codes.
    record Scanned(String scene, @Nullable String ticket) implements WechatEvent {}

    /// The client reports where it is, unasked.
    record Located(double latitude, double longitude, double precision) implements WechatEvent {
        @Override
        public String toString() {
            return "Located[]";
        }
    }

    /// A menu entry was tapped.
    record Clicked(String key) implements WechatEvent {}

    /// A menu entry opened a page.
    record Viewed(String url, @Nullable String menu) implements WechatEvent {}

    /// A menu entry opened a mini program.
    record MiniProgramViewed(String path, @Nullable String menu) implements WechatEvent {}

    /// A menu entry let somebody scan any code.
    ///
    /// @param waits whether the client shows that it waits for our answer
    record CodeScanned(boolean waits, String key, String type, String result) implements WechatEvent {}

    /// A menu entry let somebody send pictures, which follow as messages.
    record PicturesSent(Source source, String key, long count) implements WechatEvent {

        enum Source {
            CAMERA,
            CAMERA_OR_ALBUM,
            ALBUM
        }
    }

    /// A menu entry let somebody choose a place, which follows as a message.
    record PlaceChosen(String key, double latitude, double longitude, String label) implements WechatEvent {
        @Override
        public String toString() {
            return "PlaceChosen[" + key + "]";
        }
    }

    /// How a template message fared.
    record TemplateSent(String job, String status) implements WechatEvent {

        /// Whatever else the platform says, like `failed:user block`, means that it did not arrive.
        boolean arrived() {
            return status.equalsIgnoreCase("success");
        }
    }

    /// How a message to many fared.
    record MassSent(String job, String status, long total, long filtered, long sent, long failed)
            implements WechatEvent {

        /// The platform writes `send success` and `sendsuccess`.
        boolean arrived() {
            return status.replace(" ", "").equalsIgnoreCase("sendsuccess");
        }
    }

    /// Somebody takes back what we may know of them.
    record AuthorizationRevoked(String openid) implements WechatEvent {
        @Override
        public String toString() {
            return "AuthorizationRevoked[]";
        }
    }

    record UserInfoModified(String openid) implements WechatEvent {
        @Override
        public String toString() {
            return "UserInfoModified[]";
        }
    }

    /// A talk with a person at the platform's own customer service changes hands.
    ///
    /// @param from who had it, only when it was handed over
    record ServiceTalk(Turn turn, String worker, @Nullable String from) implements WechatEvent {

        enum Turn {
            OPENED,
            CLOSED,
            HANDED_OVER
        }
    }

    /// What people answered, changed or got of the subscription notices.
    record Notices(Stage stage, List<Notice> notices) implements WechatEvent {

        enum Stage {
            ASKED,
            CHANGED,
            SENT
        }

        public Notices {
            notices = List.copyOf(notices);
        }
    }

    /// @param status `accept`, `reject`, or how the sending fared
    /// @param job    which message it was, where one was sent
    record Notice(String template, String status, String job) {

        boolean accepted() {
            return status.equalsIgnoreCase("accept");
        }

        boolean rejected() {
            return status.equalsIgnoreCase("reject");
        }

        boolean arrived() {
            return status.equalsIgnoreCase("success");
        }
    }

    /// @param name as the platform names it
    record UnknownEvent(String name) implements WechatEvent {}
}
