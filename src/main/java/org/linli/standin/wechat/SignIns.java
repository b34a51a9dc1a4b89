package org.linli.standin.wechat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.standin.Asked;
import org.linli.standin.OpenedBy;
import org.linli.standin.Told;

/// Tells pages who opened them: 网页授权.
final class SignIns {

    private final OpenedBy opened = new OpenedBy();
    private final Keys keys;
    private final Followers followers;

    SignIns(Keys keys, Followers followers) {
        this.keys = keys;
        this.followers = followers;
    }

    /// `/connect/oauth2/authorize`
    Told authorize(Asked call) {
        if (!call.parameter("appid").equals(keys.appId())
                || call.parameter("redirect_uri").isEmpty()) {
            return Told.html(400, "<h1>10003</h1>");
        }
        var names = new LinkedHashMap<String, String>();
        followers.all().forEach(it -> names.put(it.openid, it.name));
        return opened.page(call, names);
    }

    /// `/sns/oauth2/access_token`
    Told exchange(Asked call) {
        if (!call.parameter("appid").equals(keys.appId())
                || !call.parameter("secret").equals(keys.secret())) {
            return Codes.refused(call.parameter("appid").equals(keys.appId()) ? 40125 : 40013);
        }
        String code = call.parameter("code");
        long refusal = opened.isUsed(code) ? 40163 : 40029;
        return opened.take(code).map(SignIns::told).orElseGet(() -> Codes.refused(refusal));
    }

    private static Told told(String openid) {
        return Told.json(Map.of(
                "access_token", "stand-in-page-token", "expires_in", 7200, "openid", openid, "scope", "snsapi_base"));
    }
}
