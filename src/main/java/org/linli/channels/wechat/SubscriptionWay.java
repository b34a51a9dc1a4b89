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

/// Subscription notices (订阅通知): each uses up one permission that the person gave for that template. By the
/// platform's page "发送订阅通知".
@Component
class SubscriptionWay extends FormWay {

    static final String NAME = "wechat.subscription";

    private final Forms forms;

    SubscriptionWay(Accounts accounts, Forms forms, WechatApi api, Site site) {
        super(accounts, api, site, "/cgi-bin/message/subscribe/bizsend");
        this.forms = forms;
    }

    @Override
    public String id() {
        return NAME;
    }

    @Override
    public List<Allowance> allowances(Outbound letter) {
        return template(letter)
                .<List<Allowance>>map(it -> List.of(new Allowance.Grant(NAME, Scope.receiver(letter.to()), it)))
                .orElse(List.of());
    }

    @Override
    Optional<Form> form(Outbound letter) {
        return forms.subscription(letter);
    }

    @Override
    String json(Filled letter) {
        var data = new LinkedHashMap<String, Object>();
        letter.fields().forEach((field, words) -> data.put(field, Map.of("value", words)));
        var message = new LinkedHashMap<String, Object>();
        message.put("touser", letter.openid());
        message.put("template_id", letter.template());
        if (!letter.page().isEmpty()) {
            message.put("page", letter.page());
        }
        message.put("data", data);
        return JsonMapper.shared().writeValueAsString(message);
    }
}
