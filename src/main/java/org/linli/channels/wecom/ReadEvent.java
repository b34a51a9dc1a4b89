package org.linli.channels.wecom;

import java.util.List;
import java.util.Locale;
import org.linli.channels.tencent.CallId;
import org.linli.channels.tencent.Field;

/// Tells which event a call carries. The platform mixes upper and lower case in their names.
public final class ReadEvent {

    private ReadEvent() {}

    /// Those that are told to a provider of apps for many corporations name themselves `InfoType` instead.
    static String name(Field call) {
        String name = call.textOf("Event").strip();
        return name.isEmpty() ? call.textOf("InfoType").strip() : name;
    }

    public static WecomEvent from(Field call) {
        String change = call.textOf("ChangeType").strip();
        return switch (name(call).toLowerCase(Locale.ROOT)) {
            case "change_contact" -> new WecomEvent.ContactsChanged(change);
            case "change_external_contact" ->
                new WecomEvent.CustomerChanged(
                        change,
                        call.textOf("UserID"),
                        call.textOf("ExternalUserID"),
                        call.textOf("State"),
                        call.textOf("WelcomeCode"));
            case "change_external_chat" ->
                new WecomEvent.CustomerGroupChanged(call.textOf("ChatId"), change, call.textOf("UpdateDetail"));
            case "change_external_tag" -> new WecomEvent.CustomerTagsChanged(change);
            case "kf_msg_or_event" -> new WecomEvent.ServiceCalled(call.textOf("OpenKfId"), call.textOf("Token"));
            case "kf_account_auth_change" -> new WecomEvent.ServiceAccountsChanged();
            case "batch_job_result" -> jobDone(call.at("BatchJob"));
            case "open_approval_change", "sys_approval_change" -> new WecomEvent.ApprovalChanged();
            case "close_inactive_agent" -> new WecomEvent.AppSlept(true);
            case "reopen_inactive_agent" -> new WecomEvent.AppSlept(false);
            default -> ofAMember(call);
        };
    }

    /// By what a repeat is recognised: customers' events all come from `sys`, so who and what they are about counts.
    public static String id(Field call) {
        return CallId.of(
                call.textOf("MsgId"),
                () -> List.of(
                        call.textOf("FromUserName"),
                        call.textOf("CreateTime") + call.textOf("TimeStamp"),
                        name(call),
                        call.textOf("ChangeType"),
                        call.textOf("EventKey"),
                        call.textOf("UserID"),
                        call.textOf("ExternalUserID"),
                        call.textOf("ChatId"),
                        call.textOf("WelcomeCode"),
                        call.textOf("TaskId"),
                        call.textOf("Token")));
    }

    private static WecomEvent ofAMember(Field call) {
        String key = call.textOf("EventKey").strip();
        return switch (name(call).toLowerCase(Locale.ROOT)) {
            case "subscribe" -> new WecomEvent.Subscribed();
            case "unsubscribe" -> new WecomEvent.Unsubscribed();
            case "enter_agent" -> new WecomEvent.EnteredApp();
            case "location" -> new WecomEvent.Located(call.decimalOf("Latitude"), call.decimalOf("Longitude"));
            case "click" -> new WecomEvent.Clicked(key);
            case "view", "view_miniprogram" -> new WecomEvent.Viewed(key);
            case "scancode_push" -> codeScanned(false, key, call);
            case "scancode_waitmsg" -> codeScanned(true, key, call);
            case "pic_sysphoto", "pic_photo_or_album", "pic_weixin" -> new WecomEvent.PicturesSent(key);
            case "location_select" -> new WecomEvent.PlaceChosen(key);
            case "template_card_event", "template_card_menu_event", "taskcard_click" -> cardTapped(key, call);
            default -> new WecomEvent.UnknownEvent(name(call));
        };
    }

    private static WecomEvent codeScanned(boolean waits, String key, Field call) {
        return new WecomEvent.CodeScanned(waits, key, call.at("ScanCodeInfo").textOf("ScanResult"));
    }

    // the platform spells them "OpitonIds", its pages "OptionIds": take both
    private static WecomEvent cardTapped(String key, Field call) {
        List<String> selected = call.at("SelectedItems").all("SelectedItem").stream()
                .flatMap(item -> item.fields().stream())
                .filter(it -> it.name().endsWith("Ids"))
                .flatMap(ids -> ids.fields().stream())
                .map(Field::text)
                .toList();
        return new WecomEvent.CardTapped(
                key, call.textOf("TaskId"), call.textOf("CardType"), call.textOf("ResponseCode"), selected);
    }

    private static WecomEvent jobDone(Field job) {
        return new WecomEvent.JobDone(job.textOf("JobId"), job.numberOf("ErrCode"));
    }
}
