package org.linli.channels.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.linli.channels.SendFailure.Reason.CONTENT_REFUSED;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.channels.Account;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Period;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.Way;
import org.linli.channels.tencent.PlatformAnswer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// One message to all followers, to those with a tag, or to a list of ours (群发): the group `all`, `tag-7` or
/// `list-b3` of an account.
///
/// That the platform takes it says only that it is queued; how it fared is told later, by an event that names the same
/// number. A repeat is known by the letter's key. By the platform's pages "根据标签进行群发" and "根据 OpenID 列表群发".
@Component
class MassWay implements Way {

    // a follower of a service account gets no more than four a month, and the platform leaves out whoever had them
    private static final int MOST_A_MONTH = 4;
    private static final int MOST_A_MINUTE = 60;

    private final Accounts accounts;
    private final ListMembers lists;
    private final WechatApi api;

    MassWay(Accounts accounts, ListMembers lists, WechatApi api) {
        this.accounts = accounts;
        this.lists = lists;
        this.api = api;
    }

    /// One message to many, ready to be sent.
    private record Mass(WechatAccount account, Audience audience, Outbound letter) {

        String path() {
            return audience instanceof Audience.Listed ? "mass/send" : "mass/sendall";
        }
    }

    @Override
    public String id() {
        return "wechat.mass";
    }

    @Override
    public ChannelId channel() {
        return WechatChannel.ID;
    }

    @Override
    public Limits limits() {
        return new Limits(WechatChannel.TEXT_BYTES, Duration.ZERO);
    }

    @Override
    public boolean carries(Outbound letter) {
        return mass(letter).isPresent();
    }

    @Override
    public List<Allowance> allowances(Outbound letter) {
        String path = mass(letter).map(Mass::path).orElse("mass/sendall");
        return List.of(
                new Allowance.Quota(id(), Scope.receiver(letter.to()), MOST_A_MONTH, Period.MONTH),
                rate(letter.to().account(), path));
    }

    private Allowance rate(String account, String path) {
        return new Allowance.Rate(
                id() + ".calls", Scope.api(WechatChannel.ID, account, path), MOST_A_MINUTE, Duration.ofMinutes(1));
    }

    @Override
    public List<Allowance> shared(Account account) {
        return List.of(rate(account.id(), "mass/sendall"), rate(account.id(), "mass/send"));
    }

    @Override
    public Mono<Receipt> send(Outbound message) {
        return Mono.justOrEmpty(mass(message))
                .switchIfEmpty(Mono.error(() -> new SendFailure(MISCONFIGURED, "no such account or audience")))
                .flatMap(mass -> whom(mass)
                        .flatMap(whom ->
                                api.post(mass.account(), "/cgi-bin/message/" + mass.path(), json(message, whom))))
                .map(MassWay::receipt);
    }

    /// Also what was sent before has its number in the answer, with 45065.
    private static Receipt receipt(PlatformAnswer answer) {
        return new Receipt(Long.toString(answer.numberOf("msg_id")));
    }

    private Optional<Mass> mass(Outbound letter) {
        return Audience.of(letter.to())
                .flatMap(audience ->
                        accounts.named(letter.to().account()).map(account -> new Mass(account, audience, letter)));
    }

    /// What the message says about its receivers.
    private Mono<Map<String, Object>> whom(Mass mass) {
        return switch (mass.audience()) {
            case Audience.Everybody _ -> Mono.just(Map.of("filter", Map.of("is_to_all", true)));
            case Audience.Tagged it -> Mono.just(Map.of("filter", Map.of("is_to_all", false, "tag_id", it.tag())));
            case Audience.Listed it ->
                lists.openids(mass.account(), it.name())
                        .onErrorMap(error ->
                                new SendFailure(UNREACHABLE, error.getClass().getSimpleName()))
                        .filter(openids -> openids.size() >= Lists.FEWEST)
                        .switchIfEmpty(Mono.error(() -> new SendFailure(CONTENT_REFUSED, "nobody is on the list")))
                        .map(openids -> Map.of("touser", openids));
        };
    }

    private static String json(Outbound letter, Map<String, Object> whom) {
        var message = new LinkedHashMap<>(whom);
        message.put("msgtype", "text");
        message.put("text", Map.of("content", letter.text()));
        message.put(
                "clientmsgid",
                UUID.nameUUIDFromBytes(letter.key().getBytes(UTF_8)).toString());
        return JsonMapper.shared().writeValueAsString(message);
    }
}
