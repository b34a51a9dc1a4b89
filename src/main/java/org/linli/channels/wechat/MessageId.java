package org.linli.channels.wechat;

import java.time.Instant;
import java.util.List;
import org.linli.channels.tencent.CallId;
import org.linli.channels.tencent.Field;

/// By what a repeated call is recognised.
final class MessageId {

    private MessageId() {}

    /// The platform's `MsgId`; of an event, which has none, who did what when. Two events can share a second, so
    /// their name and key count too. The openid does not show in it.
    static String of(Field call) {
        return CallId.of(
                call.textOf("MsgId"),
                () -> List.of(
                        call.textOf("FromUserName"),
                        call.textOf("CreateTime"),
                        call.textOf("Event"),
                        call.textOf("EventKey"),
                        ReadEvent.job(call) + ReadEvent.about(call)));
    }

    /// As the platform says it, however wrong; 1970 where it says nothing.
    static Instant sentAt(Field call) {
        return CallId.at(call.numberOf("CreateTime"));
    }
}
