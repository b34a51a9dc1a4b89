package org.linli.channels.wecom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.SettableClock;
import org.linli.channels.Address;
import org.linli.channels.Outbound;
import org.linli.channels.SendFailure;
import org.linli.channels.tencent.OwnRedis;
import org.linli.channels.tencent.SharedTokens;
import org.linli.channels.tencent.ShowPicture;
import org.linli.channels.tencent.UploadedMedia;
import org.linli.channels.wecom.StandInWecom;
import org.linli.channels.wecom.WecomApi;
import org.linli.channels.wecom.WecomCalls;
import org.linli.channels.wecom.WecomLimits;
import org.linli.standin.Person;
import reactor.test.StepVerifier;

/// What an app sent is taken back from its member's phone, on a real port, for a day.
class WithdrawFromAppTest {

    private static final Address ZHOU = Address.parse("wecom:desk:person:zhou");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T02:00:00Z"));
    private OwnRedis redis;
    private StandInWecom wecom;
    private SendByApp send;
    private WithdrawFromApp withdraw;

    @BeforeEach
    void connect() {
        redis = new OwnRedis();
        wecom = new StandInWecom("/cgi-bin/message/send", clock);
        var settings = WecomCalls.settings(wecom.base());
        var api = new WecomApi(settings, new SharedTokens(redis.template()), clock);
        send = new SendByApp(
                new Apps(settings),
                api,
                new ShowPicture(List.of(), new UploadedMedia(redis.template())),
                WecomLimits.usual());
        withdraw = new WithdrawFromApp(new Apps(settings), api);
    }

    @AfterEach
    void disconnect() {
        wecom.close();
        redis.close();
    }

    @Test
    void whatWasSentIsGoneAndTheRestStays() {
        String wrong = sent("停水到五点");
        sent("明天义诊");
        assertThat(sees()).containsExactly("停水到五点", "明天义诊");

        completed(withdraw.withdraw(ZHOU, wrong));

        assertThat(sees()).containsExactly("明天义诊");
        completed(withdraw.withdraw(ZHOU, wrong));
    }

    @Test
    void afterADayThePlatformTakesNothingBack() {
        String wrong = sent("停水到五点");
        clock.pass(withdraw.within().plus(Duration.ofMinutes(1)));

        refused(wrong);
        assertThat(sees()).containsExactly("停水到五点");
    }

    @Test
    void whatThePlatformDoesNotKnowAndAnotherAppsIsAFailureAndNoError() {
        refused("MSGID999");
        withdraw.withdraw(Address.parse("wecom:gone:person:zhou"), "MSGID1")
                .as(StepVerifier::create)
                .verifyError(SendFailure.class);
    }

    private void refused(String receipt) {
        withdraw.withdraw(ZHOU, receipt).as(StepVerifier::create).verifyError(SendFailure.class);
    }

    private String sent(String words) {
        return result(send.send(new Outbound("k-" + words, ZHOU, words, List.of())))
                .platformId();
    }

    private List<String> sees() {
        return wecom.platform().people().stream()
                .filter(it -> it.id().equals("zhou"))
                .flatMap(it -> it.talk().stream())
                .map(Person.Line::text)
                .toList();
    }
}
