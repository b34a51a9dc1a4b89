package org.linli.channels.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateData;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateMessage;
import org.linli.channels.Account;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Period;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.Outbound;
import org.springframework.stereotype.Component;

/// Template messages (模板消息) of verified service accounts, to followers at any time. How they fared is told later, by
/// an event. By the platform's page "发送模板消息".
@Component
class TemplateWay extends FormWay {

    static final String NAME = "wechat.template";

    private static final int MOST_A_DAY = 100_000;

    private final Forms forms;

    TemplateWay(Accounts accounts, Forms forms, WechatApi api, Site site) {
        super(accounts, api, site, "/cgi-bin/message/template/send");
        this.forms = forms;
    }

    @Override
    public String id() {
        return NAME;
    }

    @Override
    public List<Allowance> allowances(Outbound letter) {
        return List.of(new Allowance.Quota(id(), Scope.account(letter.to()), MOST_A_DAY, Period.DAY));
    }

    @Override
    public List<Allowance> shared(Account account) {
        return List.of(new Allowance.Quota(id(), Scope.account(account), MOST_A_DAY, Period.DAY));
    }

    @Override
    Optional<Form> form(Outbound letter) {
        return forms.template(letter);
    }

    @Override
    String json(Filled letter) {
        return WxMpTemplateMessage.builder()
                .toUser(letter.openid())
                .templateId(letter.template())
                .url(letter.page().isEmpty() ? null : letter.page())
                .clientMsgId(sameForEver(letter.key()))
                .data(letter.fields().entrySet().stream()
                        .map(it -> new WxMpTemplateData(it.getKey(), it.getValue()))
                        .toList())
                .build()
                .toJson();
    }

    // by which the platform knows a repeat for ten minutes; it takes no more than 32 characters
    private static String sameForEver(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(UTF_8)).toString().replace("-", "");
    }
}
