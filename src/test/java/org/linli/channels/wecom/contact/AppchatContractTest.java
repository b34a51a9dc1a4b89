package org.linli.channels.wecom.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Quota;
import org.linli.channels.Allowance.Rate;
import org.linli.channels.ChannelId;
import org.linli.channels.Inbound;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.contract.Case;
import org.linli.channels.contract.NotHere;
import org.linli.channels.wecom.PlayedCorp;
import org.linli.channels.wecom.WecomLimits;
import org.linli.channels.wecom.WecomLimits.GroupTask;
import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Mono;

/// Internal groups, in which an app of ours speaks.
@NotHere(
        value = {Case.WORDS, Case.TAMPERED, Case.OLD, Case.AT_ONCE, Case.UNKNOWN_KIND, Case.NOT_OURS},
        because = "an app only speaks in such a group: the platform calls nobody for it")
@NotHere(value = Case.WINDOW_CLOSED, because = "a group is written to at any time")
class AppchatContractTest extends GroupTaskContractTest {

    @BeforeEach
    void makeGroup() {
        corp.makesInternal("internal");
    }

    @Override
    String path() {
        return "/cgi-bin/appchat/send";
    }

    @Override
    public Outbound letter(String text) {
        return new Outbound("k", Address.group(Contacts.GROUPS, "app", "internal"), text, List.of());
    }

    @Test
    void personsAndMembersAreCountedAsIfEverybodyWereInEveryGroup() {
        var limits = new WecomLimits(Map.of(), 100, GroupTask.ONCE_A_DAY);
        var way = new SendAppchat(new AppchatApps(PlayedCorp.settings(platform().base())), api(), limits);

        var drawn = way.allowances(letter("停水"));

        assertThat(drawn)
                .extracting(it -> it.name().replace("wecom-group.appchat.", ""))
                .containsExactly("member.day", "member", "people.minute", "people.hour", "calls.minute", "calls.hour");
        assertThat(drawn.getFirst())
                .isInstanceOfSatisfying(Quota.class, it -> assertThat(it.most()).isEqualTo(10_000));
        assertThat(drawn.stream().skip(1).map(Rate.class::cast))
                .extracting(Rate::most, Rate::per)
                .containsExactly(
                        tuple(200, Duration.ofMinutes(1)),
                        tuple(200, Duration.ofMinutes(1)),
                        tuple(3000, Duration.ofHours(1)),
                        tuple(10_000, Duration.ofMinutes(1)),
                        tuple(150_000, Duration.ofHours(1)));
        assertThat(drawn)
                .extracting(Allowance::scope)
                .containsOnly(drawn.getFirst().scope());
        var app = new Account(new ChannelId("wecom"), "app", new CommunityId("lm"));
        assertThat(way.isOf(app)).isTrue();
        assertThat(way.shared(app)).isEqualTo(drawn);
    }

    @Override
    public Mono<Receipt> send(Outbound letter) {
        return new SendAppchat(new AppchatApps(PlayedCorp.settings(platform().base())), api(), WecomLimits.usual())
                .send(letter);
    }

    @Override
    public List<Mono<List<Inbound>>> arrivals() {
        return List.of();
    }
}
