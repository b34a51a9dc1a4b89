package org.linli.standin.wecom;

import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.standin.Asked;
import org.linli.standin.OpenedBy;
import org.linli.standin.Told;

/// Tells pages which member scanned a code: 企业微信Web登录.
final class Scans {

    /// Somebody with WeChat who belongs to no corporation.
    static final String STRANGER = "stranger";

    private final OpenedBy opened = new OpenedBy();
    private final Keys keys;
    private final Members members;

    Scans(Keys keys, Members members) {
        this.keys = keys;
        this.members = members;
    }

    /// `/wwlogin/sso/login`
    Told page(Asked call) {
        boolean isOurs = call.parameter("login_type").equals("CorpApp")
                && call.parameter("appid").equals(keys.corpId())
                && call.parameter("agentid").equals(Long.toString(keys.agentId()))
                && call.parameter("state").matches("[A-Za-z0-9]{1,128}")
                && !call.parameter("redirect_uri").isEmpty();
        var names = new LinkedHashMap<String, String>();
        members.people().forEach(it -> names.put(it.id(), it.name()));
        names.put(STRANGER, STRANGER);
        return isOurs ? opened.page(call, names) : Told.html(400, "<h1>50001</h1>");
    }

    /// `/cgi-bin/auth/getuserinfo`
    Told who(Asked call) {
        return opened.take(call.parameter("code"))
                .map(it -> Codes.ok(Map.of(members.knows(it) ? "userid" : "openid", it)))
                .orElseGet(() -> Codes.refused(40029));
    }
}
