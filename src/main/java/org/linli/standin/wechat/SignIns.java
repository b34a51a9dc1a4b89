package org.linli.standin.wechat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/// Tells pages who opened them: 网页授权 page. Since nobody holds a phone here, it first asks who one wants to be.
final class SignIns {

    private final Map<String, String> codes = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Keys keys;
    private final Followers followers;

    SignIns(Keys keys, Followers followers) {
        this.keys = keys;
        this.followers = followers;
    }

    /// `/connect/oauth2/authorize`; with `as` that follower's phone has it open.
    Told authorize(Asked call) {
        String as = call.parameter("as");
        if (!call.parameter("appid").equals(keys.appId())
                || call.parameter("redirect_uri").isEmpty()) {
            return Told.html(400, "<h1>10003</h1>");
        }
        return as.isEmpty() ? Told.html(200, choices(call)) : Told.redirect(back(call, as));
    }

    /// `/sns/oauth2/access_token`
    Told exchange(Asked call) {
        if (!call.parameter("appid").equals(keys.appId())
                || !call.parameter("secret").equals(keys.secret())) {
            return Codes.refused(call.parameter("appid").equals(keys.appId()) ? 40125 : 40013);
        }
        String code = call.parameter("code");
        String openid = codes.remove(code);
        if (openid == null) {
            return Codes.refused(used.contains(code) ? 40163 : 40029);
        }
        used.add(code);
        return Told.json(Map.of(
                "access_token", "stand-in-page-token", "expires_in", 7200, "openid", openid, "scope", "snsapi_base"));
    }

    private String back(Asked call, String openid) {
        String code = UUID.randomUUID().toString().replace("-", "");
        codes.put(code, openid);
        return UriComponentsBuilder.fromUriString(call.parameter("redirect_uri"))
                .queryParam("code", "{code}")
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(code, call.parameter("state"))
                .toUriString();
    }

    private String choices(Asked call) {
        return followers.all().stream()
                .map(it -> "<p><a href=\"%s\">%s</a></p>"
                        .formatted(HtmlUtils.htmlEscape(again(call, it.openid)), HtmlUtils.htmlEscape(it.name)))
                .collect(Collectors.joining(
                        "", "<meta charset=utf-8><meta name=viewport content=\"width=device-width\">", ""));
    }

    private static String again(Asked call, String openid) {
        var address = UriComponentsBuilder.fromPath(call.path());
        call.query().keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.queryParam("as", "{as}")
                .encode()
                .buildAndExpand(plus(call.query(), "as", openid))
                .toUriString();
    }

    private static Map<String, String> plus(Map<String, String> some, String name, String value) {
        var all = new HashMap<>(some);
        all.put(name, value);
        return all;
    }
}
