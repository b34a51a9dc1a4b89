package org.linli.channels.wecom.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.SettableClock;
import org.linli.channels.Address;
import org.linli.channels.Delivery;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.kept.ChangeAccounts;
import org.linli.channels.wecom.PlayedCorp;
import org.linli.channels.wecom.PlayedWecom;
import org.linli.platform.database.Columns;
import org.linli.platform.database.CommunityId;
import org.linli.standin.Mischief;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

/// Groups of residents that a member of the corporation owns, played on a real port.
class CustomerGroupsTest extends PlayedWecom {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Instant NINE = Instant.parse("2026-06-10T01:00:00Z");

    @Autowired
    ContactChannel channel;

    @Autowired
    ReadGroups read;

    @Autowired
    FindGroups find;

    @Autowired
    Contacts contacts;

    @Autowired
    CustomerGroups groups;

    @Autowired
    AskGroups ask;

    @Autowired
    SendGroupTask byTask;

    @Autowired
    SendAppchat byApp;

    @Autowired
    JoinByCode codes;

    @Autowired
    FollowTasks follow;

    @Autowired
    MakeAppchat make;

    @Autowired
    AwaitOwners owners;

    @Autowired
    PinnedNotices pinned;

    @Autowired
    DatabaseClient database;

    @Autowired
    ChangeAccounts change;

    private String chat = "";

    @BeforeEach
    void oneGroup() {
        chat = "wr" + UUID.randomUUID();
        completed(database.sql("truncate contact.groups, contact.tasks").then());
        completed(database.sql("delete from inbox.arrivals where channel in ('wecom-contact', 'wecom-group')")
                .then());
        GROUPS.shortPages(1000);
        GROUPS.comes(chat, "wang");
        GROUPS.name(chat, "三栋邻里群");
    }

    @Test
    void whoComesAndGoesIsToldOnceHoweverOftenThePlatformCalls() {
        changed("create");
        completed(read.round());
        GROUPS.comes(chat, "li");
        GROUPS.goes(chat, "wang");
        changed("update");
        changed("update");
        completed(read.round());
        completed(read.round());

        assertThat(moves()).containsExactly("wang followed", "li followed", "wang left");
    }

    @Test
    void aCallThatGotLostIsMadeUpForByLookingThroughAllPages() {
        GROUPS.comes("wrOther" + chat, "zhao");
        GROUPS.shortPages(1);
        completed(find.round());
        completed(read.round());

        assertThat(moves()).contains("wang followed");
        assertThat(texts("select chat as text from contact.groups")).contains(chat, "wrOther" + chat);
    }

    @Test
    void groupsOfAnAccountThatWasSetUpOnAPageAreFoundAndWrittenToUntilItIsRemoved() {
        var contact = ChangeAccounts.fresh(
                LM,
                Contacts.ID,
                "客户群",
                Map.of(
                        "corp-id", "ww1",
                        "secret", PlayedCorp.SECRET,
                        "token", PlayedCorp.TOKEN,
                        "encoding-aes-key", PlayedCorp.KEY));
        result(change.make("chen", contact));
        completed(new FindGroups(contacts, groups, ask, new SettableClock(NINE)).round());
        completed(read.round());
        var letter = new Outbound("LM-8/1", Address.group(Contacts.GROUPS, contact.id(), chat), "明天停水", List.of());

        assertThat(texts("select account as text from contact.groups where chat = '" + chat + "'"))
                .contains(contact.id(), "contact");
        assertThat(byTask.carries(letter)).isTrue();
        assertThat(result(byTask.send(letter)).platformId()).isNotBlank();
        result(change.remove("chen", contact));
        assertThat(byTask.carries(letter)).isFalse();
    }

    @Test
    void groupsAreListedAgainSoonWhereTheyCouldNotBeAndOnceAnHourOtherwise() {
        var clock = new SettableClock(NINE);
        var patient = new FindGroups(contacts, groups, ask, clock);
        SERVER.misbehave("/cgi-bin/externalcontact/groupchat/list", new Mischief.Page(503));
        completed(patient.round());
        assertThat(texts("select chat as text from contact.groups")).isEmpty();

        SERVER.behave();
        completed(patient.round());
        assertThat(texts("select chat as text from contact.groups")).isEmpty();
        clock.pass(Duration.ofSeconds(5));
        completed(patient.round());
        assertThat(texts("select chat as text from contact.groups")).contains(chat);

        completed(database.sql("truncate contact.groups").then());
        clock.pass(Duration.ofMinutes(59));
        completed(patient.round());
        assertThat(texts("select chat as text from contact.groups")).isEmpty();
    }

    @Test
    void aGroupThatWasNotReadYetIsAskedFor() {
        assertThat(result(byTask.send(letter("contact", chat))).platformId()).isNotBlank();
    }

    @Test
    void aGroupThatIsDismissedIsNotReadAnyMore() {
        changed("dismiss");

        assertThat(result(read.round())).isZero();
        byTask.send(letter("contact", chat))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(
                        it -> assertThat(((SendFailure) it).reason()).isEqualTo(SendFailure.Reason.RECIPIENT_GONE));
    }

    @Test
    void whatIsSentIsATaskUntilItsOwnerConfirmsIt() {
        var receipt = sent();
        assertThat(GROUPS.asked(chat)).containsExactly("停水通知");
        lookAgain();
        assertThat(reports()).isEmpty();

        GROUPS.ends(receipt.platformId(), 1);
        lookAgain();
        lookAgain();
        assertThat(reports()).containsExactly("CONFIRMED");
    }

    @Test
    void whatItsOwnerCouldNotSendHasFailed() {
        GROUPS.ends(sent().platformId(), 3);
        lookAgain();

        assertThat(reports()).containsExactly("FAILED");
    }

    @Test
    void anOwnerWhoForgetsIsReminded() {
        var receipt = sent();
        completed(database.sql("update contact.tasks set created_at = now() - interval '5 hours'")
                .then());
        lookAgain();
        lookAgain();

        assertThat(GROUPS.reminders(receipt.platformId())).isEqualTo(1);
    }

    @ParameterizedTest(name = "after {1} h, {2} reminders, status {0}: {3}")
    @CsvSource({
        "1, 1, 0, CONFIRMED", "2, 1, 0, FAILED", "3, 1, 0, FAILED", "0, 3, 0, WAIT", "0, 4, 0, REMIND",
        "0, 15, 1, WAIT", "0, 16, 1, REMIND", "0, 28, 2, REMIND", "0, 60, 3, WAIT", "0, 169, 3, FAILED"
    })
    void anOwnerIsRemindedThreeTimesAndThenNoMore(int status, int hours, int reminders, Verdict expected) {
        var task = new GroupTasks.Task("contact", "t", "c", "lin", NINE, reminders, new Reminders(List.of()));

        assertThat(Verdict.on(task, status, NINE.plus(Duration.ofHours(hours)))).isEqualTo(expected);
    }

    @Test
    void anInternalGroupHearsItAtOnce() {
        var group = result(make.make(LM, chat, "环境委员会", staff("shen", "mu")));
        completed(byApp.send(letter("app", group.id())));

        assertThat(CHATS.members(group.id())).containsExactly("shen", "mu");
        assertThat(CHATS.said(group.id())).containsExactly("停水通知");
    }

    @Test
    void aGroupThatWasMadeIsTheSameWhenItIsAskedForAgain() {
        var group = result(make.make(LM, chat, "环境委员会", staff("shen", "mu")));

        assertThat(result(make.make(LM, chat, "环境委员会", staff("shen", "mu", "fang"))))
                .isEqualTo(group);
        assertThat(CHATS.members(group.id())).hasSize(2);
    }

    @Test
    void anAppThatWasSetUpOnAPageMakesGroupsOfItsOwnCommunityUntilItIsRemoved() {
        var app = ChangeAccounts.fresh(
                LM,
                AppchatApps.APPS,
                "工作应用",
                Map.of(
                        "corp-id", "ww1",
                        "agent-id", "1000002",
                        "secret", PlayedCorp.SECRET,
                        "token", PlayedCorp.TOKEN,
                        "encoding-aes-key", PlayedCorp.KEY));
        result(change.make("chen", app));
        var people = Stream.of("shen", "mu")
                .map(it -> Address.person(AppchatApps.APPS, app.id(), it))
                .toList();

        assertThat(make.within(LM, people)).isEqualTo(2);
        assertThat(make.within(new CommunityId("other"), people)).isZero();
        var group = result(make.make(LM, chat, "环境委员会", people));
        assertThat(group.account()).isEqualTo(app.id());
        completed(byApp.send(letter(app.id(), group.id())));
        assertThat(CHATS.said(group.id())).containsExactly("停水通知");
        assertThat(byApp.isOf(app.account())).isTrue();

        result(change.remove("chen", app));
        assertThat(make.within(LM, people)).isZero();
        assertThat(byApp.carries(letter(app.id(), group.id()))).isFalse();
    }

    @Test
    void nobodyIsAloneInAGroupAndOnlyMembersOfAnAppAreInIt() {
        assertThat(make.within(
                        LM,
                        List.of(
                                Address.parse("webchat:lm:person:shen"),
                                staff("mu").getFirst())))
                .isEqualTo(1);
        make.make(LM, chat, "环境委员会", staff("mu"))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(
                        it -> assertThat(((SendFailure) it).reason()).isEqualTo(SendFailure.Reason.MISCONFIGURED));
        SERVER.misbehave("/cgi-bin/appchat/create", new Mischief.Refuses(48002));
        make.make(LM, "other" + chat, "环境委员会", staff("shen", "mu"))
                .as(StepVerifier::create)
                .verifyErrorMessage("MISCONFIGURED: errcode 48002");
    }

    @Test
    void whoHasNotConfirmedIsNamedAndRemindedUntilThePlatformHasEnough() {
        var receipt = sent();
        var waiting = results(owners.awaited(LM));
        assertThat(waiting).singleElement().satisfies(it -> {
            assertThat(it.person()).isEqualTo("lin");
            assertThat(it.groupName()).isEqualTo("三栋邻里群");
        });

        for (int i = 0; i < 3; i++) {
            completed(owners.remind(LM, receipt.platformId()));
        }
        assertThat(results(owners.awaited(LM)).getFirst().reminders()).isEqualTo(3);
        owners.remind(LM, receipt.platformId())
                .as(StepVerifier::create)
                .verifyErrorSatisfies(
                        it -> assertThat(((SendFailure) it).reason()).isEqualTo(SendFailure.Reason.THROTTLED));
        assertThat(results(owners.awaited(new CommunityId("other")))).isEmpty();

        GROUPS.ends(receipt.platformId(), 1);
        lookAgain();
        assertThat(results(owners.awaited(LM))).isEmpty();
    }

    @Test
    void whatTheOwnerPinnedIsKnownUntilItIsTakenOff() {
        GROUPS.notice(chat, "周三停水");
        changed("update");
        completed(read.round());
        String group = Address.group(Contacts.GROUPS, "contact", chat).text();
        assertThat(result(pinned.of(LM))).containsEntry(group, "周三停水");

        GROUPS.notice(chat, "");
        changed("update");
        completed(read.round());
        assertThat(result(pinned.of(LM))).doesNotContainKey(group);
    }

    @Test
    void eachWayCarriesItsOwnGroups() {
        assertThat(byTask.carries(letter("contact", chat))).isTrue();
        assertThat(byTask.carries(letter("app", chat))).isFalse();
        assertThat(byApp.carries(letter("app", chat))).isTrue();
        assertThat(byApp.carries(letter("robot", chat))).isFalse();
    }

    @Test
    void aGroupHasOneCodeHoweverOftenItIsAskedFor() {
        var group = Address.group(Contacts.GROUPS, "contact", chat);
        var first = result(codes.of(group, "三栋邻里群"));

        assertThat(codes.gives(group)).isTrue();
        assertThat(first.toString()).startsWith("https://p.qpic.cn/way");
        assertThat(result(codes.of(group, "三栋邻里群"))).isEqualTo(first);
        assertThat(codes.gives(Address.group(Contacts.GROUPS, "app", chat))).isFalse();
    }

    private static List<Address> staff(String... members) {
        return Stream.of(members)
                .map(it -> Address.parse("wecom:app:person:" + it))
                .toList();
    }

    private Receipt sent() {
        changed("create");
        completed(read.round());
        return result(byTask.send(letter("contact", chat)));
    }

    private void lookAgain() {
        completed(database.sql("update contact.tasks set next_at = now() - interval '1 second'")
                .then());
        completed(follow.round());
    }

    private void changed(String how) {
        var xml = "<xml><MsgType>event</MsgType><Event>change_external_chat</Event><ChatId>" + chat
                + "</ChatId><ChangeType>" + how + "</ChangeType></xml>";
        assertThat(call(channel, "contact", xml)).isInstanceOf(Delivery.Ignored.class);
    }

    private static Outbound letter(String account, String chat) {
        return new Outbound("k-" + chat, Address.group(Contacts.GROUPS, account, chat), "停水通知", List.of());
    }

    private List<String> moves() {
        return texts("select split_part(message ->> 'from', ':', 4) || ' ' || (message #>> '{content,type}') as text"
                + " from inbox.arrivals where channel = 'wecom-contact' and message ->> 'group' like '%" + chat
                + "' order by id");
    }

    private List<String> reports() {
        return texts("select message #>> '{content,stage}' as text from inbox.arrivals where channel = 'wecom-group'"
                + " and message ->> 'from' like '%" + chat + "' order by id");
    }

    private List<String> texts(String sql) {
        return results(database.sql(sql).map(row -> Columns.text(row, "text")).all());
    }
}
