package org.linli.channels.wechat;

import static org.linli.channels.SendFailure.Reason.CONTENT_REFUSED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.Way;
import reactor.core.publisher.Mono;

/// A way on which the platform takes no words, only what stands in the fields of a template of its own.
abstract class FormWay implements Way {

    private final Accounts accounts;
    private final WechatApi api;
    private final Site site;
    private final String path;

    FormWay(Accounts accounts, WechatApi api, Site site, String path) {
        this.accounts = accounts;
        this.api = api;
        this.site = site;
        this.path = path;
    }

    /// One letter, ready for one of the platform's templates.
    ///
    /// @param kind the letter's own template, like `case-resolved`
    /// @param page the address that opens when it is tapped; empty for none
    record Filled(
            WechatAccount account,
            String openid,
            String key,
            String kind,
            String template,
            Map<String, String> fields,
            String page) {}

    /// Empty where letters of that kind fill none.
    abstract Optional<Form> form(Outbound letter);

    abstract String json(Filled letter);

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
        return filled(letter).isPresent();
    }

    /// What stands in the fields of the form, a line each. Their names, like `thing1`, are for programs: nobody who
    /// gets the message sees them.
    @Override
    public Look look(Outbound message) {
        var fields = filled(message).map(Filled::fields).orElse(Map.of());
        return new Look(String.join("\n", fields.values()), List.of());
    }

    /// @return the platform's own id for the message, where it gives one, otherwise the letter's key
    @Override
    public Mono<Receipt> send(Outbound message) {
        return Mono.justOrEmpty(filled(message))
                .switchIfEmpty(Mono.error(() -> new SendFailure(CONTENT_REFUSED, "no form for this letter")))
                .flatMap(it -> api.post(it.account(), path, json(it)))
                .map(answer -> answer.textOf("msgid"))
                .map(id -> new Receipt(id.isEmpty() ? message.key() : id));
    }

    /// The platform's id of the template that this letter fills.
    Optional<String> template(Outbound letter) {
        return filled(letter).map(Filled::template);
    }

    private Optional<Filled> filled(Outbound letter) {
        return accounts.writingTo(letter.to())
                .flatMap(account -> form(letter).flatMap(form -> filled(account, form, letter)));
    }

    private Optional<Filled> filled(WechatAccount account, Form form, Outbound letter) {
        return form.idIn(account)
                .flatMap(id -> form.filled(letter.facts())
                        .map(fields -> new Filled(
                                account,
                                letter.to().id(),
                                letter.key(),
                                letter.template(),
                                id,
                                fields,
                                form.address(account, letter.facts(), site))));
    }
}
