package org.linli.cases.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.cases.staffing.Absence;
import org.linli.cases.staffing.Absences;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.channels.Quote;
import org.linli.community.Communities;
import org.linli.community.GroupMembers;
import org.linli.community.ImportCommunity;
import org.linli.community.QuietHours;
import org.linli.inbox.Arrival;
import org.linli.inbox.HandleArrival;
import org.linli.platform.database.Columns;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// What several neighbours say in one group about one thing, on the real database.
@LinliTest
class ToldTogetherTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final ChannelId CHAT = new ChannelId("webchat");
    private static final Address B3 = Address.group(CHAT, "lm", "b3");
    private static final Address GRID = Address.group(CHAT, "lm", "g1");

    @Autowired
    ImportCommunity imports;

    @Autowired
    GroupMembers members;

    @Autowired
    HandleArrival handler;

    @Autowired
    Communities communities;

    @Autowired
    Absences absences;

    @Autowired
    DatabaseClient database;

    @Autowired
    Clock clock;

    @BeforeEach
    void aCommunityWithoutCases() {
        DemoCommunity.isThere(imports);
        DemoCommunity.hasNoCases(
                database, "dialogue.topics", "dialogue.conversations", "outbox.letters", "community.group_members");
    }

    @Test
    void fiveNeighboursAreOneCaseWithFourSupporters() {
        hear(B3, "r18", "楼道灯坏了，黑漆漆的");
        hear(B3, "r17", "+1");
        hear(B3, "r16", "我家门口也是");
        show(B3, "r15");
        hear(B3, "r14", "ours too");

        assertThat(texts("select label as text from cases.cases")).hasSize(1);
        assertThat(texts("select address as text from cases.supporters order by 1"))
                .containsExactly(
                        "webchat:lm:person:r14",
                        "webchat:lm:person:r15",
                        "webchat:lm:person:r16",
                        "webchat:lm:person:r17");
        assertThat(letters()).containsExactly("case-opened-in-group", "topic-joined");
    }

    @Test
    void whoPressedTheButtonTooSupportsAndWhoSpeaksOfAnotherThingDoesNot() {
        hear(B3, "r18", "电梯坏了，按了没反应");
        hear(B3, "r16", "我也按了 好的");
        hear(B3, "r15", "我也按了快递柜 没动静");
        assertThat(joined()).isEmpty();

        hear(B3, "r17", "我也按了 没动静");
        assertThat(texts("select address as text from cases.supporters")).containsExactly("webchat:lm:person:r17");
        assertThat(texts("select label as text from cases.cases where label = 'report.elevator'"))
                .hasSize(1);
    }

    @Test
    void whatIsWrongInTwoFlatsIsTwoCases() {
        hear(B3, "r18", "我家水管爆了");
        hear(B3, "r17", "我家水管爆了");
        hear(B3, "r16", "我家也是");

        assertThat(texts("select label as text from cases.cases")).hasSize(3);
        assertThat(joined()).isEmpty();
    }

    @Test
    void theReporterWhoSaysWhichOneAddsToIt() {
        hear(B3, "r18", "楼道灯坏了，黑漆漆的");
        hear(B3, "r18", "就是2单元那个");

        assertThat(texts("select kind as text from cases.steps order by id"))
                .containsExactly("OPENED", "ROUTED", "ADDED");
    }

    @Test
    void anEchoThatNamesAnotherProblemDoesNotJoinTheFirst() {
        hear(B3, "r18", "单元门禁坏了，刷卡没反应");
        hear(B3, "r17", "我家也停电了");

        assertThat(joined()).isEmpty();
    }

    @Test
    void anEchoOfSomethingElseIsNone() {
        hear(B3, "r18", "楼道灯坏了，黑漆漆的");
        hear(B3, "r17", "团购苹果，要的接龙");
        hear(B3, "r16", "+1");

        assertThat(texts("select address as text from cases.supporters")).isEmpty();
    }

    @Test
    void whoeverAnswersTheEarlierOfTwoReportsJoinsThatOne() {
        hear(B3, "r18", "楼道灯坏了，黑漆漆的");
        hear(B3, "r16", "电梯坏了，停在5楼不动");
        pointing("r17", "+1", new Quote("", "楼道灯坏了，黑漆漆的"));

        assertThat(joined()).containsExactly("r17 report.power");
    }

    @Test
    void whereOnlyTheIdIsToldTheWordsAreThoseThatWereKept() {
        String light = hear(B3, "r18", "楼道灯坏了，黑漆漆的");
        String lift = hear(B3, "r16", "电梯坏了，停在5楼不动");
        pointing("r17", "+1", new Quote(light, ""));
        pointing("r15", "+1", new Quote(lift, ""));

        assertThat(joined()).containsExactly("r15 report.elevator", "r17 report.power");
    }

    @Test
    void whoeverAnswersAReportByUrgingUrgesThatOneAndANeighbourJoinsIt() {
        hear(B3, "r18", "楼道灯坏了，黑漆漆的");
        hear(B3, "r18", "电梯坏了，停在5楼不动");
        pointing("r18", "催一下", new Quote("", "楼道灯坏了，黑漆漆的"));
        pointing("r17", "催一下", new Quote("", "楼道灯坏了，黑漆漆的"));

        assertThat(joined()).containsExactly("r17 report.power");
        assertThat(texts("select label as text from cases.steps s join cases.cases c using (community_id, number)"
                        + " where s.kind = 'URGED'"))
                .containsExactly("report.power");
    }

    @Test
    void urgingUnderAReportThatIsDoneOpensNothingAndJoinsNothing() {
        hear(B3, "r18", "楼道灯坏了，黑漆漆的");
        completed(database.sql("update cases.cases set state = 'RESOLVED', is_open = false, resolved_at = now()")
                .then());
        pointing("r17", "催一下", new Quote("", "楼道灯坏了，黑漆漆的"));

        assertThat(joined()).isEmpty();
        assertThat(texts("select state as text from cases.cases")).containsExactly("RESOLVED");
        assertThat(texts("select template as text from outbox.letters")).contains("case-not-now");
    }

    @Test
    void whoPointsAtANeighboursReportIsAnsweredOnlyWhenCallingUs() {
        hear(B3, "r18", "楼道灯坏了，黑漆漆的");
        pointing("r17", "怎么样了", new Quote("", "楼道灯坏了，黑漆漆的"));
        assertThat(texts("select template as text from outbox.letters")).doesNotContain("case-not-yours");

        pointing("r17", "@社区 怎么样了", new Quote("", "楼道灯坏了，黑漆漆的"));
        assertThat(texts("select template as text from outbox.letters")).contains("case-not-yours");
    }

    private List<String> joined() {
        return texts("select replace(s.address, 'webchat:lm:person:', '') || ' ' || c.label as text"
                + " from cases.supporters s join cases.cases c using (community_id, number) order by 1");
    }

    private void pointing(String who, String words, Quote quote) {
        var message = new Inbound(
                LM,
                UUID.randomUUID().toString(),
                Address.person(CHAT, "lm", who),
                B3,
                false,
                new Content.Text(words),
                clock.instant(),
                quote);
        completed(handler.handle(arrival(message)));
    }

    @Test
    void whatWasSolvedMeanwhileIsReportedAnew() {
        hear(B3, "r18", "楼道灯坏了，黑漆漆的");
        completed(database.sql("update cases.cases set state = 'RESOLVED', is_open = false, resolved_at = now()")
                .then());
        hear(B3, "r17", "我家门口也是");

        assertThat(texts("select words as text from cases.cases where is_open")).containsExactly("楼道灯坏了，黑漆漆的\n我家门口也是");
    }

    @Test
    void aQuarrelIsNobodyElses() {
        hear(B3, "r18", "@社区 楼上天天吵架打人，帮忙调解一下");
        hear(B3, "r17", "+1");

        assertThat(texts("select address as text from cases.supporters")).isEmpty();
    }

    @Test
    void whatOneGroupToldTheOtherDoesNotEcho() {
        hear(B3, "r18", "楼道灯坏了，黑漆漆的");
        hear(GRID, "r17", "+1");

        assertThat(texts("select address as text from cases.supporters")).isEmpty();
    }

    @Test
    void whoComesIsWelcomedOnceAndTheGroupNotForEachOfMany() {
        handle(GRID, "new1", new Content.Followed(null));
        handle(GRID, "new2", new Content.Followed(null));
        handle(GRID, "new1", new Content.Left());
        handle(GRID, "new1", new Content.Followed(null));

        assertThat(texts("select template as text from outbox.letters")).containsExactly("welcome-in-group");
        assertThat(results(members.in(LM, GRID)).stream().map(Address::id)).containsExactlyInAnyOrder("new1", "new2");
    }

    @Test
    void whoStandsInIsAlarmedInsteadOfWhoIsAway() {
        var chen = result(communities.map(LM)).staffMember("chen").orElseThrow();
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        completed(absences.add(chen, new Absence("alarm", "lin", today, today.plusDays(1), "xu")));
        hear(B3, "r17", "着火了！三楼冒浓烟，快救火");
        completed(absences.forget(chen, "alarm"));
        hear(B3, "r15", "着火了！五楼也冒浓烟");

        assertThat(texts(
                        "select template || ' ' || address as text from outbox.letters where template like 'staff-emergency%'"
                                + " order by id"))
                .containsExactly(
                        "staff-emergency webchat:lm:person:xu",
                        "staff-emergency webchat:lm:group:desk",
                        "staff-emergency webchat:lm:person:lin",
                        "staff-emergency webchat:lm:group:desk");
    }

    @Test
    void thePlaceOfAnEmergencyReachesItsCase() {
        handle(null, "r17", new Content.Text("我妈摔倒起不来了，快来救人"));
        handle(null, "r17", new Content.Text("1栋1单元302"));

        assertThat(texts("select label || ' ' || place as text from cases.cases"))
                .singleElement()
                .asString()
                .startsWith("emergency b1-1");
    }

    @Test
    void inTheQuietHoursOnlyAnEmergencyIsSpokenOf() {
        var here = LocalTime.now(ZoneId.of("Asia/Shanghai")).truncatedTo(ChronoUnit.MINUTES);
        var quiet = """
                community: {id: lm}
                groups:
                  - {code: b3, name: 阳光里3栋邻里群, place: b3, address: "webchat:lm:group:b3", quiet-hours: "%s"}
                """.formatted(new QuietHours(here.minusHours(1), here.plusHours(1)).text());
        result(imports.from("quiet.yaml", quiet.getBytes(StandardCharsets.UTF_8)));
        hear(B3, "r18", "楼道灯坏了，黑漆漆的");
        hear(B3, "r17", "着火了！三楼冒浓烟，快救火");

        assertThat(texts("select template as text from outbox.letters where not_before > created_at and address = '"
                        + B3.text() + "'"))
                .containsExactly("case-opened-in-group");
        assertThat(texts("select template as text from outbox.letters where not_before is null and address = '"
                        + B3.text() + "'"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).contains("emergency"));
    }

    @Test
    void whatANeighbourSaysOfAnEmergencyReachesStaffAndItsCaseWhichStaysOpen() {
        hear(B3, "r18", "电梯困人了！");
        hear(B3, "r17", "困了半小时了还没人来");
        hear(B3, "r16", "应该没事了吧");
        show(B3, "r16");
        hear(B3, "r15", "人出来了");
        hear(B3, "r14", "+1");

        assertThat(texts("select label || ' ' || is_open as text from cases.cases"))
                .containsExactly("emergency true");
        assertThat(joined()).isEmpty();
        assertThat(texts("select words as text from cases.steps where kind = 'ADDED' order by id"))
                .containsExactly("困了半小时了还没人来", "应该没事了吧", "", "人出来了", "+1");
        assertThat(texts("select distinct facts ->> 'words' as text from outbox.letters"
                        + " where template = 'staff-emergency-more' and facts ->> 'neighbour' = 'yes' order by 1"))
                .containsExactlyInAnyOrder("+1", "", "人出来了", "困了半小时了还没人来", "应该没事了吧");
        assertThat(letters()).containsExactly("emergency");
    }

    @Test
    void noNeighbourEndsAnEmergencyThatTheyPointAt() {
        hear(B3, "r18", "电梯困人了！");
        for (String words : List.of("@社区 撤销吧", "不用来了", "解决了")) {
            pointing("r17", words, new Quote("", "电梯困人了！"));
        }

        assertThat(texts("select state as text from cases.cases where is_open")).hasSize(1);
    }

    /// By which platform's id.
    private String hear(Address group, String who, String words) {
        return handle(group, who, new Content.Text(words));
    }

    private void show(Address group, String who) {
        handle(group, who, new Content.Picture("p-" + who, null));
    }

    private String handle(@Nullable Address group, String who, Content content) {
        var message = new Inbound(
                LM,
                UUID.randomUUID().toString(),
                Address.person(CHAT, "lm", who),
                group,
                group == null,
                content,
                clock.instant());
        completed(handler.handle(arrival(message)));
        return message.platformId();
    }

    /// As the inbox hands it out: kept, and held under a lease.
    private Arrival arrival(Inbound message) {
        long id = result(database.sql("""
                        insert into inbox.arrivals (community_id, channel, account, platform_id, conversation, message,
                                                    received_at, state, attempt)
                        values ('lm', 'webchat', 'lm', $1, $2, json_build_object('content', json_build_object('text', $3::text)),
                                now(), 'working', 1) returning id""")
                .bind(0, message.platformId())
                .bind(1, message.queue())
                .bind(2, message.content() instanceof Content.Text said ? said.text() : "")
                .map(row -> Columns.number(row, "id"))
                .one());
        return new Arrival(id, message, clock.instant(), null, 1);
    }

    private List<String> letters() {
        return texts("select template as text from outbox.letters where address = '" + B3.text() + "' order by id");
    }

    private List<String> texts(String sql) {
        return results(database.sql(sql).map(row -> Columns.text(row, "text")).all());
    }
}
