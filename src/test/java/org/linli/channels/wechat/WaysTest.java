package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.linli.channels.Act;
import org.linli.channels.Address;
import org.linli.channels.Allowance;
import org.linli.channels.Outbound;
import org.linli.channels.SendFailure;
import org.linli.channels.SendFailure.Reason;
import org.linli.channels.Way;
import org.linli.channels.WayContract;
import org.linli.standin.wechat.WechatWorld;
import tools.jackson.databind.json.JsonMapper;

class WaysTest {

    private static final Address PERSON = Address.person(WechatChannel.ID, Workbench.CALLS.account(), "oResident1");
    private static final Map<String, String> FACTS =
            Map.of("number", "LM-2026-000123", "what", "电梯故障", "where", "阳光里 3栋", "state", "处理中", "unit", "安和物业");
    private static final Outbound LETTER =
            new Outbound("LM-2026-000123/case-resolved", PERSON, "已办结", List.of("满意"), "case-resolved", FACTS);

    private static Workbench workbench;
    private static StandInWechat wechat;
    private static List<Way> ways;

    @BeforeAll
    static void connect() {
        workbench = new Workbench();
        wechat = new StandInWechat(Workbench.CALLS.appId(), Workbench.SECRET, WechatWorld.ofTheDemo());
        ways = workbench.ways(wechat.base(), new Forms());
    }

    @AfterAll
    static void disconnect() {
        wechat.close();
        workbench.close();
    }

    @BeforeEach
    void meet() {
        wechat.behaves();
        wechat.platform().allow("oResident1", "stand-in-case-resolved-0000000000000000002");
    }

    static Way named(String id) {
        return ways.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    /// What all of them share: a letter for a person.
    interface Ours extends WayContract {

        @Override
        default Outbound carried() {
            return LETTER;
        }

        @Override
        default Outbound notCarried() {
            return new Outbound(
                    "k", Address.group(WechatChannel.ID, "demo", "g"), "x", List.of(), "case-resolved", FACTS);
        }
    }

    @Nested
    class Service implements Ours {

        @Override
        public Way way() {
            return named("wechat.service");
        }

        @Test
        void aWordOpensFiveForTwoDaysAndATapThreeForAMinute() {
            assertThat(way().allowances(LETTER)).singleElement().isInstanceOfSatisfying(Allowance.Window.class, it -> {
                assertThat(it.openings())
                        .extracting(Allowance.Opening::act)
                        .containsExactly(Act.MESSAGE, Act.MENU, Act.FOLLOW, Act.SCAN);
                assertThat(it.openings())
                        .extracting(Allowance.Opening::messages)
                        .containsExactly(5, 3, 3, 3);
            });
        }

        @Test
        void thePlatformItselfTakesNoSixth() {
            for (int i = 0; i < 5; i++) {
                Workbench.got(way().send(LETTER));
            }
            assertThat(failure(way())).isEqualTo(Reason.WINDOW_CLOSED);
        }
    }

    @Nested
    class Template implements Ours {

        @Override
        public Way way() {
            return named("wechat.template");
        }

        @Test
        void aPreviewShowsWhatStandsInTheFieldsAndNotTheirNames() {
            assertThat(way().look(LETTER).text())
                    .contains("LM-2026-000123", "电梯故障\n")
                    .doesNotContainPattern("[a-z]+[0-9]+: ");
        }

        @Test
        void theFieldsAreTheFactsAndATapOpensOurPage() {
            String job = Workbench.got(way().send(LETTER)).platformId();
            var sent = JsonMapper.shared()
                    .readTree(wechat.sent("/cgi-bin/message/template/send").getLast());
            assertThat(sent.at("/data/thing2/value").asString()).isEqualTo("电梯故障");
            assertThat(sent.at("/url").asString()).isEqualTo("https://linli.example/my?account=demo");
            assertThat(sent.at("/client_msg_id").asString()).hasSize(32);
            assertThat(job).matches("\\d+");
        }

        @Test
        void aLetterWithoutAFormIsNotCarried() {
            assertThat(way().carries(new Outbound("k", PERSON, "x", List.of(), "chatter", FACTS)))
                    .isFalse();
        }
    }

    @Nested
    class Subscription implements Ours {

        @Override
        public Way way() {
            return named("wechat.subscription");
        }

        @Test
        void eachPermissionIsGoodForOne() {
            assertThat(way().allowances(LETTER))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Allowance.Grant.class,
                            it -> assertThat(it.scene()).isEqualTo("stand-in-case-resolved-0000000000000000002"));
            wechat.platform().forbid("oResident1");
            wechat.platform().allow("oResident1", "stand-in-case-resolved-0000000000000000002");
            Workbench.got(way().send(LETTER));
            assertThat(failure(way())).isEqualTo(Reason.WINDOW_CLOSED);
        }
    }

    @Nested
    class Once implements Ours {

        @Override
        public Way way() {
            return named("wechat.once");
        }

        @Test
        void eachPermissionIsGoodForOneAndSeveralDoNotAddUp() {
            permit();
            permit();
            Workbench.got(way().send(LETTER));
            assertThat(failure(way())).as("43101").isEqualTo(Reason.WINDOW_CLOSED);
        }

        @Test
        void titleAndContentAreTheFactsAndTheSceneIsTheLettersOwn() {
            permit();
            Workbench.got(way().send(LETTER));
            var sent = JsonMapper.shared()
                    .readTree(wechat.sent("/cgi-bin/message/template/subscribe").getLast());
            assertThat(sent.at("/scene").asString()).isEqualTo(Integer.toString(OnceWay.scene("case-resolved")));
            assertThat(sent.at("/title").asString()).isEqualTo("您反映的事项办好了");
            assertThat(sent.at("/data/content/value").asString()).contains("电梯故障", "LM-2026-000123");
            assertThat(sent.at("/url").asString()).isEqualTo("https://linli.example/my?account=demo");
        }

        @Test
        void itDrawsOnThePermissionForThisKindOfLetter() {
            assertThat(way().allowances(LETTER))
                    .containsExactly(new Allowance.Grant(
                            "wechat.once", Allowance.Scope.receiver(PERSON), OnceWay.grant("case-resolved")));
        }

        @Override
        public void handsOverWhatItCanTake() {
            permit();
            Ours.super.handsOverWhatItCanTake();
        }

        private static void permit() {
            wechat.platform()
                    .allowOnce(
                            "oResident1",
                            "stand-in-once-resolved-00000000000000000003",
                            OnceWay.scene("case-resolved"));
        }
    }

    @Nested
    class Mass implements WayContract {

        private static final Address TO_A_TAG = Address.group(WechatChannel.ID, Workbench.CALLS.account(), "tag-7");
        private static final Outbound TO_ALL = new Outbound(
                "notice-1", Address.group(WechatChannel.ID, Workbench.CALLS.account(), "all"), "明天停水", List.of());

        @Override
        public Way way() {
            return named("wechat.mass");
        }

        @Override
        public Outbound carried() {
            return new Outbound("notice-" + UUID.randomUUID(), TO_A_TAG, TO_ALL.text(), List.of());
        }

        @Override
        public Outbound notCarried() {
            return new Outbound("k", Address.group(WechatChannel.ID, "demo", "tag-x"), "x", List.of());
        }

        @Override
        public void drawsOnEachAllowanceOnceAndNamesTheSameEachTime() {
            assertThat(way().allowances(TO_ALL)).hasSize(2).isEqualTo(way().allowances(TO_ALL));
        }

        @Test
        void aTagIsNamedByItsNumber() {
            way().send(new Outbound("k7", Address.group(WechatChannel.ID, "demo", "tag-7"), "x", List.of()))
                    .block();
            var sent = JsonMapper.shared()
                    .readTree(wechat.sent("/cgi-bin/message/mass/sendall").getLast());
            assertThat(sent.at("/filter/is_to_all").asBoolean()).isFalse();
            assertThat(sent.at("/filter/tag_id").asLong()).isEqualTo(7);
        }

        @Test
        void aListIsNamedPersonByPersonWithTheKeyByWhichARepeatIsKnown() {
            var letter = toList("b3");
            Workbench.got(way().send(letter));
            var sent = JsonMapper.shared()
                    .readTree(wechat.sent("/cgi-bin/message/mass/send").getLast());
            assertThat(sent.path("touser").valueStream().map(it -> it.asString()))
                    .containsExactly("oResident1", "oResident2", "oResident3");
            assertThat(sent.at("/text/content").asString()).isEqualTo("x");
            assertThat(sent.at("/clientmsgid").asString()).hasSize(36);

            var again = catchThrowableOfType(
                    SendFailure.class, () -> way().send(letter).block());
            assertThat(again.reason()).as("45066").isEqualTo(Reason.THROTTLED);
        }

        @Test
        void oneAloneIsNoList() {
            int before = wechat.sent("/cgi-bin/message/mass/send").size();
            var failure = catchThrowableOfType(
                    SendFailure.class, () -> way().send(toList("b4")).block());
            assertThat(failure.reason()).isEqualTo(Reason.CONTENT_REFUSED);
            assertThat(wechat.sent("/cgi-bin/message/mass/send")).hasSize(before);
        }

        @Test
        void listsAndTagsHaveTheirCallsCountedApart() {
            assertThat(way().allowances(toList("b3"))).isNotEqualTo(way().allowances(TO_ALL));
            assertThat(way().carries(toList("B 3"))).isFalse();
        }

        private static Outbound toList(String name) {
            return new Outbound(
                    "list-" + UUID.randomUUID(),
                    Address.group(WechatChannel.ID, Workbench.CALLS.account(), "list-" + name),
                    "x",
                    List.of());
        }

        @Test
        void whatIsSentAgainAtOnceWaitsAMinute() {
            Workbench.got(way().send(TO_ALL));
            var failure = catchThrowableOfType(
                    SendFailure.class, () -> way().send(TO_ALL).block());
            assertThat(failure.reason()).isEqualTo(Reason.THROTTLED);
            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(60));
        }

        @Test
        void whatThePlatformHasAlreadyIsTakenUnderTheNumberThatItHas() {
            wechat.says("/cgi-bin/message/mass/sendall", Map.of("errcode", 45065, "msg_id", 4711));
            assertThat(Workbench.got(way().send(TO_ALL)).platformId()).isEqualTo("4711");
        }
    }

    private static Reason failure(Way way) {
        return catchThrowableOfType(SendFailure.class, () -> way.send(LETTER).block())
                .reason();
    }
}
