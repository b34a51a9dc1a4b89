package org.linli.channels.wechat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.Outbound;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// One message to somebody who allowed one, follower or not (一次性订阅消息). Several permissions for the same scene do not
/// add up, so each kind of letter has a scene of its own. By the platform's page "一次性订阅消息".
@Component
class OnceWay extends FormWay {

    static final String NAME = "wechat.once";

    private static final int SCENES = 10_001;

    private final Forms forms;

    OnceWay(Accounts accounts, Forms forms, WechatApi api, Site site) {
        super(accounts, api, site, "/cgi-bin/message/template/subscribe");
        this.forms = forms;
    }

    /// The number that the platform knows this kind of letter by: always the same, so that nobody has to give it one.
    static int scene(String letter) {
        return Math.floorMod(letter.hashCode(), SCENES);
    }

    /// The same for the ledger.
    static String grant(String letter) {
        return "once-" + scene(letter);
    }

    @Override
    public String id() {
        return NAME;
    }

    @Override
    public List<Allowance> allowances(Outbound letter) {
        return List.of(new Allowance.Grant(NAME, Scope.receiver(letter.to()), grant(letter.template())));
    }

    @Override
    Optional<Form> form(Outbound letter) {
        return forms.once(letter);
    }

    @Override
    String json(Filled letter) {
        var message = new LinkedHashMap<String, Object>();
        message.put("touser", letter.openid());
        message.put("template_id", letter.template());
        if (!letter.page().isEmpty()) {
            message.put("url", letter.page());
        }
        message.put("scene", Integer.toString(scene(letter.kind())));
        message.put("title", letter.fields().getOrDefault("title", ""));
        message.put("data", Map.of("content", Map.of("value", letter.fields().getOrDefault("content", ""))));
        return JsonMapper.shared().writeValueAsString(message);
    }
}
