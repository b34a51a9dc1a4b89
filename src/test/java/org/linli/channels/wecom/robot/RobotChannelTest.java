package org.linli.channels.wecom.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.SettableClock;
import org.linli.channels.Address;
import org.linli.channels.Allowance.Rate;
import org.linli.channels.Channel;
import org.linli.channels.ChannelId;
import org.linli.channels.Inbound;
import org.linli.channels.Media;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.SendFailure.Reason;
import org.linli.channels.ShownPictures;
import org.linli.channels.contract.AdapterContract;
import org.linli.channels.contract.Case;
import org.linli.channels.contract.NotHere;
import org.linli.channels.kept.KeptAccount;
import org.linli.channels.kept.PlatformBases;
import org.linli.channels.tencent.OwnRedis;
import org.linli.channels.tencent.SharedTokens;
import org.linli.channels.wecom.StandInWecom;
import org.linli.channels.wecom.WecomApi;
import org.linli.channels.wecom.WecomCalls;
import org.linli.channels.wecom.WecomSettings;
import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@NotHere(
        value = {Case.WORDS, Case.TAMPERED, Case.OLD, Case.AT_ONCE, Case.UNKNOWN_KIND},
        because = "a robot only speaks: the platform calls nobody for it")
@NotHere(
        value = {Case.WINDOW_CLOSED, Case.PERSON_GONE},
        because = "it speaks in a group at any time, to no person")
@NotHere(
        value = {Case.TOKEN_EXPIRED, Case.TOKEN_NEVER_TAKEN},
        because = "its secret is the key in its address, with which it asks for no token")
class RobotChannelTest implements AdapterContract {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    private StandInWecom wecom;
    private Robots robots;
    private PostByRobot posts;
    private List<ShownPictures> pictures = List.of();
    private Channel channel;
    private Channel hasty;
    private final Map<String, byte[]> kept = new HashMap<>();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T02:00:00Z"));

    /// The secret is the key, which is shown with every message.
    private static final class RefusingKeys extends StandInWecom {

        RefusingKeys() {
            super("/cgi-bin/webhook/send");
        }

        @Override
        public void refusesTheSecret() {
            refusesWith(93000);
        }

        @Override
        public int secretsTried() {
            return lettersAsked().size();
        }
    }

    @BeforeEach
    void connect() {
        wecom = new RefusingKeys();
        robots = new Robots(WecomCalls.settings(wecom.base()));
        posts = posts(WecomCalls.settings(wecom.base()));
        pictures = List.of((_, id) -> Mono.justOrEmpty(kept.get(id)).map(it -> new Media("image/png", it)));
        channel = new RobotChannel(robots, posts, pictures);
        hasty = new RobotChannel(robots, posts(WecomCalls.hasty(wecom.base())), pictures);
    }

    private PostByRobot posts(WecomSettings settings) {
        var api = new WecomApi(settings, new SharedTokens(OwnRedis.nobody()), Clock.systemUTC());
        return new PostByRobot(api, new SharedRests(OwnRedis.nobody(), clock));
    }

    @Override
    public Mono<Receipt> send(Outbound letter) {
        return (wecom.isSilent() ? hasty : channel).send(letter);
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
    public Outbound letter(String text) {
        return letter(Map.of(), text);
    }

    @Override
    public StandInWecom platform() {
        return wecom;
    }

    @Override
    public List<Mono<List<Inbound>>> arrivals() {
        return List.of();
    }

    @Override
    public List<String> secrets() {
        return List.of(WecomCalls.ROBOT, WecomCalls.SECRET);
    }

    @Test
    void aTextIsPostedWithTheKeyAndNoToken() {
        channel.send(letter(Map.of("mentioned", "zhou, @all"), "停水", "知道了")).block(SOON);
        var sent = wecom.sent().getFirst();
        assertThat(sent.parameter("key")).isEqualTo(WecomCalls.ROBOT);
        assertThat(sent.json().at("/text/content").asString()).isEqualTo("停水\n回复：知道了");
        assertThat(sent.json().at("/text/mentioned_list/1").asString()).isEqualTo("@all");
        assertThat(wecom.asked("/cgi-bin/gettoken")).isEmpty();
    }

    @Test
    void aPictureIsPostedWholeWithItsSum() {
        kept.put("m-1", PNG);
        channel.send(picture("m-1")).block(SOON);

        var sent = wecom.sent().getFirst();
        assertThat(sent.json().at("/image/md5").asString("")).isEqualTo("cdcccc79567f1263e1633b028f0208d9");
        assertThat(wecom.platform().people().getFirst().talk().getLast()).satisfies(it -> {
            assertThat(it.by()).isEqualTo("robot");
            assertThat(wecom.platform().picture(it.picture()))
                    .hasValueSatisfying(shown -> assertThat(shown.body()).isEqualTo(PNG));
        });
    }

    /// Neither asks the platform: what is too large or gone is said by its link instead.
    @Test
    void aPictureThatIsGoneOrTooLargeIsRefusedHere() {
        kept.put("large", Arrays.copyOf(PNG, 2 * 1024 * 1024 + 1));

        for (String id : List.of("gone", "large")) {
            channel.send(picture(id))
                    .as(StepVerifier::create)
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(
                                    SendFailure.class,
                                    it -> assertThat(it.reason()).isEqualTo(Reason.CONTENT_REFUSED)));
        }
        assertThat(wecom.sent()).isEmpty();
    }

    private static Outbound picture(String id) {
        var to = Address.group(Robots.GROUPS, "b3", "b3");
        var shown = List.of(new Outbound.Picture(id, ""));
        return new Outbound("LM-1/resolved#2", to, "", List.of(), "", Map.of(), shown);
    }

    @Test
    void thePlatformItselfStopsAfterTwentyAMinute() {
        for (int i = 0; i < 20; i++) {
            channel.send(letter("明天上午九点停水")).block(SOON);
        }
        assertFailsWith(Reason.THROTTLED);
    }

    @Test
    void twentyAMinuteAreAllowedToTheRobotWhereverItsLettersAreAddressed() {
        var besideBot = new RobotChannel.Ways().wecomRobotBesideBot(robots, posts, pictures);
        var heardByBot = new Outbound("k", Address.group(Robots.BOTS, "helper", "CHATID"), "停水", List.of());
        assertThat(besideBot.carries(heardByBot)).isTrue();
        assertThat(besideBot.carries(new Outbound("k", Address.group(Robots.BOTS, "helper", "other"), "停水", List.of())))
                .isFalse();
        assertThat(besideBot.allowances(heardByBot))
                .isEqualTo(new RobotChannel.Ways()
                        .wecomRobot(robots, posts, pictures)
                        .allowances(letter("明天上午九点停水")))
                .singleElement()
                .isInstanceOfSatisfying(Rate.class, it -> {
                    assertThat(it.most()).isEqualTo(20);
                    assertThat(it.per()).isEqualTo(Duration.ofMinutes(1));
                });
    }

    /// Letters to the group would go to whatever group the robot of strangers is in.
    @Test
    void aRobotThatAnotherCommunityMadeSpeaksInNoGroupOfOurs() {
        var none = new WecomSettings(
                List.of(), Duration.ofSeconds(1), List.of(), List.of(), "msgsignature", Duration.ZERO);
        var ours = new CommunityId("lm");
        var bot = kept(ours, Robots.BOTS, "bot", Map.of("corp-id", "ww0123456789abcdef"));
        var group = Address.group(Robots.BOTS, "bot", "chat-7");

        for (var community : List.of(new CommunityId("ly"), ours)) {
            var fields = Map.of("corp-id", "ww0123456789abcdef", "key", "0123-4567-89ab", "chat", "chat-7");
            var robot = kept(community, Robots.GROUPS, "r1", fields);
            var both = new Robots(
                    none,
                    channel -> channel.equals(Robots.BOTS) ? List.of(bot) : List.of(robot),
                    PlatformBases.usual());

            assertThat(both.in(group).isPresent()).isEqualTo(community.equals(ours));
        }
    }

    /// At the platform that the settings name.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=%s",
                "https://x/send?a=1&key=%s&debug=1"
            })
    void aRobotOfAPageIsKnownByItsKeyOrByTheWholeAddressThatItsConsoleShows(String typed) {
        var none = new WecomSettings(
                List.of(), Duration.ofSeconds(1), List.of(), List.of(), "msgsignature", Duration.ZERO);
        var fields = Map.of("corp-id", WecomCalls.CORP, "key", typed.formatted(WecomCalls.ROBOT));
        var robot = kept(new CommunityId("lm"), Robots.GROUPS, "r1", fields);
        var bases = new PlatformBases(wecom.base(), wecom.base());
        var ofPage = new Robots(none, kind -> kind.equals(Robots.GROUPS) ? List.of(robot) : List.of(), bases);

        new RobotChannel(ofPage, posts, pictures)
                .send(new Outbound("k", Address.group(Robots.GROUPS, "r1", "r1"), "停水", List.of()))
                .block(SOON);

        assertThat(wecom.sent())
                .singleElement()
                .satisfies(it -> assertThat(it.parameter("key")).isEqualTo(WecomCalls.ROBOT));
    }

    private static KeptAccount kept(CommunityId community, ChannelId channel, String id, Map<String, String> fields) {
        return new KeptAccount(community, channel, id, id, fields, 1);
    }

    @Test
    void aRobotWhoseKeyWasCorrectedSpeaksAgainAfterItsRest() {
        wecom.refusesTheSecret();
        assertFailsWith(Reason.MISCONFIGURED);
        wecom.behaves();
        assertFailsWith(Reason.MISCONFIGURED);

        clock.pass(Duration.ofHours(1));
        handsOverALetter();
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
