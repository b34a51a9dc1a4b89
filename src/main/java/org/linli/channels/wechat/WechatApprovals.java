package org.linli.channels.wechat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.channels.Address;
import org.linli.channels.Approvals;
import org.linli.channels.Outbound;
import org.linli.channels.wechat.ApprovedForms.Kind;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Holds our forms against those that the platform has approved.
@Component
class WechatApprovals implements Approvals {

    private final Accounts accounts;
    private final Forms forms;
    private final ApprovedForms approved;

    WechatApprovals(Accounts accounts, Forms forms, ApprovedForms approved) {
        this.accounts = accounts;
        this.forms = forms;
        this.approved = approved;
    }

    @Override
    public Flux<Refused> refused(CommunityId community, String letter, Map<String, String> facts) {
        return Flux.fromIterable(accounts.all())
                .filter(it -> it.communityId().equals(community))
                .concatMap(account -> refused(account, letter(account, letter, facts)));
    }

    private Flux<Refused> refused(WechatAccount account, Outbound letter) {
        return Flux.concat(
                refused(account, letter, forms.template(letter), Kind.TEMPLATE, TemplateWay.NAME),
                refused(account, letter, forms.subscription(letter), Kind.SUBSCRIPTION, SubscriptionWay.NAME));
    }

    private Flux<Refused> refused(
            WechatAccount account, Outbound letter, Optional<Form> chosen, Kind kind, String way) {
        return chosen.flatMap(form -> form.idIn(account).map(id -> new Check(form, id, way, account.id(), letter)))
                .map(check -> approved.in(account, kind, check.id())
                        .map(check::against)
                        .defaultIfEmpty(Stream.of(check.refused(Why.NOT_KNOWN, "")))
                        .flatMapMany(Flux::fromStream))
                .orElseGet(Flux::empty);
    }

    /// One of our forms in one account: pure.
    record Check(Form form, String id, String way, String account, Outbound letter) {

        Stream<Refused> against(Map<String, Set<String>> approved) {
            var fields = approved.get(id);
            return fields == null ? Stream.of(refused(Why.NOT_APPROVED, "")) : against(fields);
        }

        private Stream<Refused> against(Set<String> fields) {
            var ours = form.fields().stream().map(Filling::field).toList();
            var unknown = ours.stream().filter(it -> !fields.contains(it)).map(it -> refused(Why.NO_SUCH_FIELD, it));
            var missing = fields.stream().filter(it -> !ours.contains(it)).map(it -> refused(Why.FIELD_LEFT_OUT, it));
            var empty = form.fields().stream()
                    .filter(it -> fields.contains(it.field())
                            && it.with(letter.facts()).isEmpty())
                    .map(it -> refused(Why.FIELD_EMPTY, it.field()));
            return Stream.of(unknown, missing, empty).flatMap(it -> it);
        }

        Refused refused(Why why, String field) {
            return new Refused(why, way, account, id, field);
        }
    }

    private static Outbound letter(WechatAccount account, String letter, Map<String, String> facts) {
        return new Outbound(
                "", Address.person(WechatChannel.ID, account.id(), "anybody"), "", List.of(), letter, facts);
    }
}
