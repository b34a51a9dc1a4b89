package org.linli.standin.wechat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import tools.jackson.databind.JsonNode;

/// Fills templates with what the account sends: template messages at any time, subscription notices once a permission.
/// How they fared it says afterwards, by an event.
final class TemplateMessages {

    private static final Pattern FIELD = Pattern.compile("\\{\\{([a-z_0-9]+)\\.DATA}}");
    private static final int LONGEST_THING = 20;

    private final Map<String, WechatWorld.Template> templates = new LinkedHashMap<>();
    private final Followers followers;
    private final Afterwards afterwards;
    private final AtomicLong jobs;

    TemplateMessages(WechatWorld world, Followers followers, Afterwards afterwards, long firstJob) {
        world.templates().forEach(it -> templates.put(it.id(), it));
        this.followers = followers;
        this.afterwards = afterwards;
        this.jobs = new AtomicLong(firstJob);
    }

    Told list(Asked call) {
        var list = templates.values().stream()
                .map(it -> Map.of("template_id", it.id(), "title", it.title(), "content", it.content()))
                .toList();
        return Told.json(Map.of("template_list", list));
    }

    Told listSubscriptions(Asked call) {
        var list = templates.values().stream()
                .map(it -> Map.of("priTmplId", it.id(), "title", it.title(), "content", it.content(), "type", 2))
                .toList();
        return Told.json(Map.of("errcode", 0, "errmsg", "ok", "data", list));
    }

    /// The platform takes a template away, as it does with one that was misused.
    void takeAway(String template) {
        templates.remove(template);
    }

    void approve(WechatWorld.Template template) {
        templates.put(template.id(), template);
    }

    /// Whoever switched messages off gets none, which shows only in the event.
    Told template(Asked call) {
        return take(call.json(), (who, template) -> who.mute ? 0 : who.unreachable(), this::toldByTemplate);
    }

    Told subscription(Asked call) {
        return take(
                call.json(),
                (who, template) -> who.grants.merge(template, -1, Integer::sum) < 0 ? taken(who, template) : 0,
                this::toldBySubscription);
    }

    private interface Leave {
        /// The errcode of why it may not be sent, 0 where it may.
        long asked(Follower who, String template);
    }

    private interface Report {
        String xml(Follower who, String template, long job);
    }

    private Told take(JsonNode message, Leave leave, Report report) {
        var template = templates.get(message.path("template_id").asString(""));
        if (template == null) {
            return Codes.refused(40037);
        }
        String shown = shown(template, message.path("data"));
        var who = followers.find(message.path("touser").asString(""));
        if (who.isEmpty() || shown.isEmpty()) {
            return Codes.refused(who.isEmpty() ? 40003 : 47003);
        }
        long refusal = leave.asked(who.get(), template.id());
        return refusal == 0 ? show(who.get(), template, shown, report) : Codes.refused(refusal);
    }

    private Told show(Follower who, WechatWorld.Template template, String shown, Report report) {
        long job = jobs.incrementAndGet();
        if (!who.mute) {
            who.sees("【" + template.title() + "】\n" + shown, List.of());
        }
        afterwards.say(report.xml(who, template.id(), job));
        return Told.json(Map.of("errcode", 0, "errmsg", "ok", "msgid", job));
    }

    /// Empty where a field is missing, empty or too long: 47003.
    private static String shown(WechatWorld.Template template, JsonNode data) {
        var wrong = new ArrayList<String>();
        String shown = FIELD.matcher(template.content()).replaceAll(it -> {
            String value = data.path(it.group(1)).path("value").asString("");
            if (value.isBlank()
                    || it.group(1).startsWith("thing") && value.codePointCount(0, value.length()) > LONGEST_THING) {
                wrong.add(it.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
        return wrong.isEmpty() ? shown : "";
    }

    private static long taken(Follower who, String template) {
        who.grants.remove(template);
        return 43101;
    }

    private String toldByTemplate(Follower who, String template, long job) {
        return afterwards.event(
                who.openid,
                "TEMPLATESENDJOBFINISH",
                "<MsgID>" + job + "</MsgID>" + WechatXml.element("Status", who.mute ? "failed:user block" : "success"));
    }

    private String toldBySubscription(Follower who, String template, long job) {
        String entry = WechatXml.element("TemplateId", template) + "<MsgID>" + job + "</MsgID><ErrorCode>0</ErrorCode>"
                + WechatXml.element("ErrorStatus", "success");
        return afterwards.event(
                who.openid,
                "subscribe_msg_sent_event",
                "<SubscribeMsgSentEvent><List>" + entry + "</List></SubscribeMsgSentEvent>");
    }
}
