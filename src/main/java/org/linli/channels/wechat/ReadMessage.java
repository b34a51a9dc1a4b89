package org.linli.channels.wechat;

import java.util.Locale;
import org.linli.channels.tencent.Field;

/// Tells which message a call carries. Missing pieces are empty, wrong numbers zero: nothing here can fail.
final class ReadMessage {

    private ReadMessage() {}

    static WechatMessage from(Field call) {
        String kind = call.textOf("MsgType").strip();
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "text" -> new WechatMessage.Text(call.textOf("Content"), call.textOrNull("bizmsgmenuid"));
            case "image" -> new WechatMessage.Image(call.textOf("MediaId"), call.textOrNull("PicUrl"));
            case "voice" ->
                new WechatMessage.Voice(call.textOf("MediaId"), call.textOf("Format"), call.textOrNull("Recognition"));
            case "video" -> video(call, false);
            case "shortvideo" -> video(call, true);
            case "location" -> location(call);
            case "link" -> new WechatMessage.Link(call.textOf("Title"), call.textOf("Description"), call.textOf("Url"));
            case "event" -> ReadEvent.from(call);
            default -> new WechatMessage.Unknown(kind);
        };
    }

    private static WechatMessage video(Field call, boolean brief) {
        return new WechatMessage.Video(call.textOf("MediaId"), call.textOf("ThumbMediaId"), brief);
    }

    private static WechatMessage location(Field call) {
        return new WechatMessage.Location(
                call.decimalOf("Location_X"),
                call.decimalOf("Location_Y"),
                call.decimalOf("Scale"),
                call.textOf("Label"));
    }
}
