package org.linli.channels.wecom.contact;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.channels.Account;
import org.linli.channels.Allowance;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.Way;
import org.linli.channels.tencent.CallId;
import org.linli.channels.wecom.Caller;
import org.linli.channels.wecom.WecomApi;
import org.linli.channels.wecom.WecomLimits;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Says something in an internal group that an app of ours has made (应用发送消息到群聊会话). Its groups are addressed as
/// `wecom-group:APP:group:CHATID`.
@Component
class SendAppchat implements Way {

    private static final int TEXT_BYTES = 2048;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AppchatApps apps;
    private final WecomApi api;
    private final WecomLimits limits;

    SendAppchat(AppchatApps apps, WecomApi api, WecomLimits limits) {
        this.apps = apps;
        this.api = api;
        this.limits = limits;
    }

    @Override
    public String id() {
        return "wecom-group.appchat";
    }

    @Override
    public ChannelId channel() {
        return Contacts.GROUPS;
    }

    @Override
    public Limits limits() {
        return new Limits(TEXT_BYTES, Duration.ZERO);
    }

    @Override
    public boolean carries(Outbound letter) {
        return app(letter).isPresent();
    }

    /// By the platform's page "访问频率限制"; beyond what a member may get, it drops messages and says nothing.
    ///
    /// Who is in which group is not known: counted as if everybody were in all groups of the corporation, and each
    /// were as large as is allowed.
    @Override
    public List<Allowance> allowances(Outbound letter) {
        return app(letter).map(this::ofAll).orElse(List.of());
    }

    @Override
    public boolean isOf(Account account) {
        return account.channel().equals(AppchatApps.APPS)
                && apps.named(account.id()).isPresent();
    }

    @Override
    public List<Allowance> shared(Account account) {
        return isOf(account) ? apps.named(account.id()).map(this::ofAll).orElse(List.of()) : List.of();
    }

    private List<Allowance> ofAll(Caller app) {
        var all = Allowance.Scope.api(Contacts.GROUPS, app.corp().corpId(), "appchat/send");
        var ours = List.<Allowance>of(
                new Allowance.Quota(id() + ".member.day", all, 10_000, Allowance.Period.DAY),
                new Allowance.Rate(id() + ".member", all, 200, Duration.ofMinutes(1)),
                new Allowance.Rate(
                        id() + ".people.minute", all, 20_000 / limits.appchatPeople(), Duration.ofMinutes(1)),
                new Allowance.Rate(id() + ".people.hour", all, 300_000 / limits.appchatPeople(), Duration.ofHours(1)));
        return Stream.concat(
                        ours.stream(), WecomLimits.calls(id(), Contacts.GROUPS, app.corp(), "appchat/send").stream())
                .toList();
    }

    /// @return a name for the message, because the platform gives none
    @Override
    public Mono<Receipt> send(Outbound message) {
        return Mono.justOrEmpty(app(message))
                .switchIfEmpty(Mono.error(() -> new SendFailure(MISCONFIGURED, "no app that made this group")))
                .flatMap(app -> api.post(app, "/cgi-bin/appchat/send", json(message)))
                .thenReturn(new Receipt(CallId.fingerprint(message.key())));
    }

    private Optional<Caller> app(Outbound letter) {
        return letter.to().isGroup() && letter.to().channel().equals(Contacts.GROUPS)
                ? apps.named(letter.to().account())
                : Optional.empty();
    }

    private static String json(Outbound message) {
        return JSON.writeValueAsString(
                Map.of("chatid", message.to().id(), "msgtype", "text", "text", Map.of("content", message.text())));
    }
}
