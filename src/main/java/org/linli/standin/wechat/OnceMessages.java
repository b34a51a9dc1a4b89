package org.linli.standin.wechat;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/// Asks people whether they want one message, and sends it once: 一次性订阅消息 page.
final class OnceMessages {

    private static final int LONGEST_TITLE = 15;
    private static final int LONGEST_CONTENT = 200;
    private static final int LAST_SCENE = 10_000;

    private final Keys keys;
    private final Followers followers;

    OnceMessages(Keys keys, Followers followers) {
        this.keys = keys;
        this.followers = followers;
    }

    /// `/mp/subscribemsg`; with `as` that person's phone has it open and they agree.
    Told ask(Asked call) {
        int scene = scene(call.parameter("scene"));
        boolean understood = call.parameter("action").equals("get_confirm")
                && call.parameter("appid").equals(keys.appId())
                && scene >= 0
                && call.parameter("reserved").matches("[a-zA-Z0-9]{0,128}")
                && !call.parameter("redirect_url").isEmpty();
        if (!understood) {
            return Told.html(400, "<h1>10003</h1>");
        }
        String as = call.parameter("as");
        return as.isEmpty() ? Told.html(200, choices(call)) : agreed(call, as, scene);
    }

    /// Whoever agreed gets it, also without following.
    Told send(Asked call) {
        JsonNode message = call.json();
        var who = followers.find(message.path("touser").asString(""));
        String title = message.path("title").asString("");
        String content = message.at("/data/content/value").asString("");
        if (who.isEmpty()) {
            return Codes.refused(40003);
        }
        if (title.isBlank()
                || content.isBlank()
                || title.length() > LONGEST_TITLE
                || content.length() > LONGEST_CONTENT) {
            return Codes.refused(47003);
        }
        if (!who.get()
                .once
                .remove(agreement(
                        message.path("template_id").asString(""),
                        scene(message.path("scene").asString(""))))) {
            return Codes.refused(43101);
        }
        who.get().sees("【" + title + "】\n" + content, List.of());
        return Codes.refused(0);
    }

    private Told agreed(Asked call, String openid, int scene) {
        var who = followers.meet(openid);
        who.once.add(agreement(call.parameter("template_id"), scene));
        return Told.redirect(UriComponentsBuilder.fromUriString(call.parameter("redirect_url"))
                .queryParam("openid", "{openid}")
                .queryParam("template_id", "{template}")
                .queryParam("action", "confirm")
                .queryParam("scene", scene)
                .queryParam("reserved", "{reserved}")
                .encode()
                .buildAndExpand(openid, call.parameter("template_id"), call.parameter("reserved"))
                .toUriString());
    }

    private String choices(Asked call) {
        return followers.all().stream()
                .map(it -> "<p><a href=\"%s\">%s</a></p>"
                        .formatted(HtmlUtils.htmlEscape(again(call, it.openid)), HtmlUtils.htmlEscape(it.name)))
                .collect(Collectors.joining("", "<meta charset=utf-8>", ""));
    }

    private static String again(Asked call, String openid) {
        var all = new HashMap<>(call.query());
        all.put("as", openid);
        var address = UriComponentsBuilder.fromPath(call.path());
        all.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(all).toUriString();
    }

    private static String agreement(String template, int scene) {
        return template + " " + scene;
    }

    private static int scene(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) <= LAST_SCENE ? Integer.parseInt(text) : -1;
    }
}
