package org.linli.channels.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import me.chanjar.weixin.mp.bean.WxMpMassTagMessage;
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

/// One message to all followers, or to those with a tag (群发): the group `all` or `tag-7` of an account.
///
/// That the platform takes it says only that it is queued; how it fared is told later, by an event that names the same
/// number. A repeat is known by the letter's key. By the platform's page "根据标签进行群发".
@Component
class MassWay implements Way {

    private static final Pattern AUDIENCE = Pattern.compile("all|tag-([1-9][0-9]{0,8})");

    // a follower of a service account gets no more than four a month, and the platform leaves out whoever had them
    private static final int MOST_A_MONTH = 4;
    private static final int MOST_A_MINUTE = 60;

    private final Accounts accounts;
    private final WechatApi api;

    MassWay(Accounts accounts, WechatApi api) {
        this.accounts = accounts;
        this.api = api;
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
        return account(letter).isPresent();
    }

    @Override
    public List<Allowance> allowances(Outbound letter) {
        return List.of(
                new Allowance.Quota(id(), Scope.receiver(letter.to()), MOST_A_MONTH, Period.MONTH),
                new Allowance.Rate(
                        id() + ".calls",
                        Scope.api(WechatChannel.ID, letter.to().account(), "mass/sendall"),
                        MOST_A_MINUTE,
                        Duration.ofMinutes(1)));
    }

    @Override
    public Mono<Receipt> send(Outbound message) {
        return Mono.justOrEmpty(account(message))
                .switchIfEmpty(Mono.error(() -> new SendFailure(MISCONFIGURED, "no such account or audience")))
                .flatMap(account -> api.post(account, "/cgi-bin/message/mass/sendall", json(message)))
                .map(MassWay::receipt);
    }

    /// Also what was sent before has its number in the answer, with 45065.
    private static Receipt receipt(PlatformAnswer answer) {
        return new Receipt(Long.toString(answer.numberOf("msg_id")));
    }

    private Optional<WechatAccount> account(Outbound letter) {
        boolean audience = letter.to().channel().equals(WechatChannel.ID)
                && letter.to().isGroup()
                && AUDIENCE.matcher(letter.to().id()).matches();
        return audience ? accounts.named(letter.to().account()) : Optional.empty();
    }

    private static String json(Outbound letter) {
        var audience = AUDIENCE.matcher(letter.to().id());
        String tag = audience.matches() ? audience.group(1) : null;
        var message = new WxMpMassTagMessage();
        message.setSendAll(tag == null);
        message.setTagId(tag == null ? null : Long.valueOf(tag));
        message.setMsgType("text");
        message.setContent(letter.text());
        message.setClientMsgId(
                UUID.nameUUIDFromBytes(letter.key().getBytes(UTF_8)).toString());
        return message.toJson();
    }
}
