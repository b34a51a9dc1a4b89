package org.linli.channels.wecom;

import java.util.Locale;
import org.linli.channels.tencent.Field;

/// Tells which message a call carries. Missing pieces are empty, wrong numbers zero: nothing here can fail.
public final class ReadMessage {

    private ReadMessage() {}

    public static WecomMessage from(Field call) {
        String kind = call.textOf("MsgType").strip();
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "text" -> new WecomMessage.Text(call.textOf("Content"));
            case "image" -> new WecomMessage.Image(call.textOf("MediaId"), call.textOf("PicUrl"));
            case "voice" -> new WecomMessage.Voice(call.textOf("MediaId"), call.textOf("Format"));
            case "video" -> new WecomMessage.Video(call.textOf("MediaId"), call.textOf("ThumbMediaId"));
            case "location" ->
                new WecomMessage.Location(
                        call.decimalOf("Location_X"), call.decimalOf("Location_Y"), call.textOf("Label"));
            case "link" -> new WecomMessage.Link(call.textOf("Title"), call.textOf("Description"), call.textOf("Url"));
            case "event" -> ReadEvent.from(call);
            default -> ReadEvent.name(call).isEmpty() ? new WecomMessage.Unknown(kind) : ReadEvent.from(call);
        };
    }
}
