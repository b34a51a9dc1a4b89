package org.linli.channels.wecom.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.channels.Address;
import org.linli.channels.Allowance.Rate;
import org.linli.channels.Channel;
import org.linli.channels.ChannelContract;
import org.linli.channels.Outbound;
import org.linli.channels.SendFailure.Reason;
import org.linli.channels.tencent.OwnRedis;
import org.linli.channels.tencent.SharedTokens;
import org.linli.channels.wecom.StandInWecom;
import org.linli.channels.wecom.WecomApi;
import org.linli.channels.wecom.WecomCalls;
import reactor.test.StepVerifier;

class RobotChannelTest implements ChannelContract {

    private StandInWecom wecom;
    private Robots robots;
    private WecomApi api;
    private Channel channel;

    @BeforeEach
    void connect() {
        wecom = new StandInWecom("/cgi-bin/webhook/send");
        var settings = WecomCalls.settings(wecom.base());
        robots = new Robots(settings);
        api = new WecomApi(settings, new SharedTokens(OwnRedis.nobody()), Clock.systemUTC());
        channel = new RobotChannel(robots, api);
    }

    @AfterEach
    void disconnect() {
        wecom.close();
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public String account() {
        return "b3";
    }

    @Override
    public Outbound anyOutbound() {
        return letter(Map.of(), "明天上午九点停水");
    }

    @Test
    void aTextIsPostedWithTheKeyAndNoToken() {
        channel.send(letter(Map.of("mentioned", "zhou, @all"), "停水", "知道了")).block(SOON);
        var sent = wecom.sent().getFirst();
        assertThat(sent.parameter("key")).isEqualTo(WecomCalls.ROBOT);
        assertThat(sent.json().at("/text/content").asString()).isEqualTo("停水\n回复：知道了");
        assertThat(sent.json().at("/text/mentioned_list/1").asString()).isEqualTo("@all");
        assertThat(wecom.tokensAsked()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "45009, THROTTLED",
        "93000, MISCONFIGURED",
        "93004, MISCONFIGURED",
        "93008, MISCONFIGURED",
        "40058, CONTENT_REFUSED"
    })
    void aCodeInsideHttp200IsAFailure(long code, Reason reason) {
        wecom.answers(code);
        assertFailsWith(reason);
        assertThat(wecom.sent()).hasSize(1);
    }

    @Test
    void thePlatformItselfStopsAfterTwentyAMinute() {
        for (int i = 0; i < 20; i++) {
            channel.send(anyOutbound()).block(SOON);
        }
        assertFailsWith(Reason.THROTTLED);
    }

    @Test
    void twentyAMinuteAreAllowedToTheRobotWhereverItsLettersAreAddressed() {
        var besideBot = new RobotChannel.Ways().wecomRobotBesideBot(robots, api);
        var heardByBot = new Outbound("k", Address.group(Robots.BOTS, "helper", "CHATID"), "停水", List.of());
        assertThat(besideBot.carries(heardByBot)).isTrue();
        assertThat(besideBot.carries(new Outbound("k", Address.group(Robots.BOTS, "helper", "other"), "停水", List.of())))
                .isFalse();
        assertThat(besideBot.allowances(heardByBot))
                .isEqualTo(new RobotChannel.Ways().wecomRobot(robots, api).allowances(anyOutbound()))
                .singleElement()
                .isInstanceOfSatisfying(Rate.class, it -> {
                    assertThat(it.most()).isEqualTo(20);
                    assertThat(it.per()).isEqualTo(Duration.ofMinutes(1));
                });
    }

    @Test
    void aGroupWithoutARobotIsAMistake() {
        var nowhere = new Outbound("k", Address.group(Robots.GROUPS, "b9", "b9"), "停水", List.of());
        channel.send(nowhere)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error).hasMessageContaining("MISCONFIGURED"));
    }

    private static Outbound letter(Map<String, String> facts, String text, String... choices) {
        var group = Address.group(Robots.GROUPS, "b3", "b3");
        return new Outbound("LM-1/" + text.hashCode(), group, text, List.of(choices), "notice", facts);
    }
}
