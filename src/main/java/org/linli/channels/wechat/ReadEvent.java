package org.linli.channels.wechat;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.tencent.Field;
import org.linli.channels.wechat.WechatEvent.Notices.Stage;
import org.linli.channels.wechat.WechatEvent.PicturesSent.Source;
import org.linli.channels.wechat.WechatEvent.ServiceTalk.Turn;

/// Tells which event a call carries. The platform mixes upper and lower case in their names.
final class ReadEvent {

    private static final String CODE = "qrscene_";

    private ReadEvent() {}

    static WechatEvent from(Field call) {
        String name = call.textOf("Event").strip();
        String key = call.textOf("EventKey").strip();
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "subscribe" -> new WechatEvent.Subscribed(scene(key), call.textOrNull("Ticket"));
            case "unsubscribe" -> new WechatEvent.Unsubscribed();
            case "scan" -> new WechatEvent.Scanned(key, call.textOrNull("Ticket"));
            case "location" ->
                new WechatEvent.Located(
                        call.decimalOf("Latitude"), call.decimalOf("Longitude"), call.decimalOf("Precision"));
            case "templatesendjobfinish" ->
                new WechatEvent.TemplateSent(job(call), call.textOf("Status").strip());
            case "masssendjobfinish" -> massSent(call);
            case "user_authorization_revoke" -> new WechatEvent.AuthorizationRevoked(person(call));
            case "user_info_modified" -> new WechatEvent.UserInfoModified(person(call));
            case "kf_create_session" -> talk(Turn.OPENED, call.textOf("KfAccount"), null);
            case "kf_close_session" -> talk(Turn.CLOSED, call.textOf("KfAccount"), null);
            case "kf_switch_session" ->
                talk(Turn.HANDED_OVER, call.textOf("ToKfAccount"), call.textOrNull("FromKfAccount"));
            case "subscribe_msg_popup_event" -> notices(Stage.ASKED, call);
            case "subscribe_msg_change_event" -> notices(Stage.CHANGED, call);
            case "subscribe_msg_sent_event" -> notices(Stage.SENT, call);
            default -> ofTheMenu(name, key, call);
        };
    }

    private static WechatEvent ofTheMenu(String name, String key, Field call) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "click" -> new WechatEvent.Clicked(key);
            case "view" -> new WechatEvent.Viewed(key, call.textOrNull("MenuId"));
            case "view_miniprogram" -> new WechatEvent.MiniProgramViewed(key, call.textOrNull("MenuId"));
            case "scancode_push" -> codeScanned(false, key, call);
            case "scancode_waitmsg" -> codeScanned(true, key, call);
            case "pic_sysphoto" -> pictures(Source.CAMERA, key, call);
            case "pic_photo_or_album" -> pictures(Source.CAMERA_OR_ALBUM, key, call);
            case "pic_weixin" -> pictures(Source.ALBUM, key, call);
            case "location_select" -> placeChosen(key, call.at("SendLocationInfo"));
            default -> new WechatEvent.UnknownEvent(name);
        };
    }

    private static @Nullable String scene(String key) {
        String scene = key.startsWith(CODE) ? key.substring(CODE.length()) : key;
        return scene.isEmpty() ? null : scene;
    }

    /// `MsgID` names the sending, while `MsgId` would name the call.
    static String job(Field call) {
        return call.textOf("MsgID").strip();
    }

    private static String person(Field call) {
        String openid = call.textOf("OpenID");
        return openid.isEmpty() ? call.textOf("FromUserName") : openid;
    }

    private static WechatEvent massSent(Field call) {
        return new WechatEvent.MassSent(
                job(call),
                call.textOf("Status").strip(),
                call.numberOf("TotalCount"),
                call.numberOf("FilterCount"),
                call.numberOf("SentCount"),
                call.numberOf("ErrorCount"));
    }

    private static WechatEvent talk(Turn turn, String worker, @Nullable String from) {
        return new WechatEvent.ServiceTalk(turn, worker, from);
    }

    private static WechatEvent codeScanned(boolean waits, String key, Field call) {
        Field code = call.at("ScanCodeInfo");
        return new WechatEvent.CodeScanned(waits, key, code.textOf("ScanType"), code.textOf("ScanResult"));
    }

    private static WechatEvent pictures(Source source, String key, Field call) {
        return new WechatEvent.PicturesSent(source, key, call.at("SendPicsInfo").numberOf("Count"));
    }

    private static WechatEvent placeChosen(String key, Field place) {
        return new WechatEvent.PlaceChosen(
                key, place.decimalOf("Location_X"), place.decimalOf("Location_Y"), place.textOf("Label"));
    }

    // the official sample of one event uses the wrapper of another, and JSON has none at all: take any
    private static WechatEvent notices(Stage stage, Field call) {
        return new WechatEvent.Notices(
                stage, entries(call).map(ReadEvent::notice).toList());
    }

    private static Stream<Field> entries(Field call) {
        var wrapped = call.fields().stream()
                .filter(it -> it.name().startsWith("SubscribeMsg"))
                .flatMap(it -> it.all("List").stream());
        return Stream.concat(wrapped, call.all("List").stream());
    }

    /// What tells two events of one kind, person and second apart, beyond their key; empty for most.
    static String about(Field call) {
        return entries(call)
                .map(it -> it.textOf("TemplateId") + it.textOf("MsgID") + it.textOf("SubscribeStatusString"))
                .collect(Collectors.joining(" "));
    }

    private static WechatEvent.Notice notice(Field entry) {
        String status = entry.textOf("SubscribeStatusString");
        return new WechatEvent.Notice(
                entry.textOf("TemplateId"), status.isEmpty() ? entry.textOf("ErrorStatus") : status, job(entry));
    }
}
