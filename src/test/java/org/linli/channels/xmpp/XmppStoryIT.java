package org.linli.channels.xmpp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;
import static org.linli.channels.xmpp.Prosody.DOMAIN;
import static org.linli.channels.xmpp.Prosody.PASSWORD;
import static org.linli.channels.xmpp.Prosody.ROOMS;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jivesoftware.smack.packet.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.cases.Act;
import org.linli.cases.ActOnCase;
import org.linli.cases.FindCases;
import org.linli.cases.Sight;
import org.linli.cases.State;
import org.linli.cases.Who;
import org.linli.channels.Address;
import org.linli.community.ImportCommunity;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.platform.database.Columns;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// What residents say in rooms of a real server, from the word to the rating; the whole program runs.
@LinliTest
@TestPropertySource(properties = "linli.jobs.enabled=true")
@Timeout(120)
class XmppStoryIT {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Pattern NUMBER = Pattern.compile("LM-\\d{4}-\\d{6}");
    private static final String GROUPS = """
            community: {id: lm}
            groups:
              - {code: x3, name: 阳光里3栋, place: b3, address: "xmpp:main:group:b3@%1$s"}
              - {code: x5, name: 柳岸花园5栋, place: b5, address: "xmpp:other:group:b5@%1$s"}
            """;

    @RegisterExtension
    static final Prosody SERVER =
            new Prosody("linli", "linli5", "wang", "li", "zhao", "qian", "sun").withRooms("b3", "b5");

    @DynamicPropertySource
    static void twoAccounts(DynamicPropertyRegistry settings) {
        account(settings, 0, "main", "linli", "b3");
        account(settings, 1, "other", "linli5", "b5");
    }

    @Autowired
    ImportCommunity imports;

    @Autowired
    Residents residents;

    @Autowired
    ActOnCase acts;

    @Autowired
    FindCases find;

    @Autowired
    HoldAccounts accounts;

    @Autowired
    DatabaseClient database;

    Neighbour wang;
    Neighbour li;

    @BeforeEach
    void twoNeighboursInTheirRooms() throws Exception {
        DemoCommunity.isThere(imports);
        completed(imports.from("groups.yaml", GROUPS.formatted(ROOMS).getBytes(UTF_8)));
        wang = new Neighbour(SERVER, "wang");
        wang.enter("b3");
        li = new Neighbour(SERVER, "li");
        li.enter("b5");
        await("both accounts are in their rooms", () -> isIn("main") && isIn("other"));
    }

    @AfterEach
    void leave() {
        wang.close();
        li.close();
    }

    @Test
    void aWordInTheRoomBecomesACaseThatIsSolvedAndRatedThereAndTwoRoomsDoNotMix() throws Exception {
        wang.say("b3", "大家早上好呀");
        li.say("b5", "5栋电梯又坏了，一直卡在3楼没人管");
        wang.say("b3", "三栋二单元的楼道灯不亮了，晚上黑灯瞎火的老人下楼太危险");
        String lamp = number(wang.hears("b3@" + ROOMS + "/小邻", "LM-"));
        String lift = number(li.hears("b5@" + ROOMS + "/小邻", "LM-"));
        assertThat(lamp).isNotEqualTo(lift);

        resolve(lamp, "灯泡换了新的");
        wang.hears("/小邻", "已经办好了：灯泡换了新的");
        wang.say("b3", "5分 修得真快");
        await("the case is rated", () -> state(lamp) == State.RATED);
        assertThat(state(lift)).isNotEqualTo(State.RATED);
        assertThat(li.heard).noneMatch(it -> it.getBody().contains(lamp));
        assertThat(wang.heard).noneMatch(it -> it.getBody().contains(lift));
    }

    @Test
    void whatNeighboursTellInOneRoomIsOneCaseWithItsSupporters() throws Exception {
        try (var zhao = new Neighbour(SERVER, "zhao");
                var qian = new Neighbour(SERVER, "qian");
                var sun = new Neighbour(SERVER, "sun")) {
            for (var neighbour : List.of(zhao, qian, sun)) {
                neighbour.enter("b3");
            }
            wang.say("b3", "3栋1单元门口的水管爆了，水一直流到路上");
            String pipe = number(wang.hears("b3@" + ROOMS + "/小邻", "LM-"));
            zhao.say("b3", "+1");
            qian.say("b3", "我家门口也是");
            sun.show("b3", "https://upload.linli.test/s/pipe.jpg");

            await("three joined", () -> supporters(pipe).size() == 3);
            assertThat(supporters(pipe))
                    .extracting(Address::id)
                    .allSatisfy(it -> assertThat(it).containsAnyOf("zhao", "qian", "sun"));
        }
    }

    @Test
    void whoSaysInPrivateWhereTheyLiveIsKnownByTheirAddress() throws Exception {
        wang.write("linli@" + DOMAIN, "我住3栋2单元501");
        wang.hears("linli@" + DOMAIN, "501");
        var address = Address.person(Translate.XMPP, "main", "wang@" + DOMAIN);

        Resident known = result(residents.at(LM, address));
        assertThat(known.home()).isEqualTo("b3-2-501");
    }

    private void resolve(String number, String words) {
        var everything = new Sight(LM, true, "desk", Set.of());
        var done = result(acts.act(
                everything,
                number,
                1,
                Who.staff("qian", "钱永福"),
                new Act.Resolve(words, List.of()),
                number + "/resolved"));
        assertThat(done).isInstanceOf(ActOnCase.Result.Done.class);
    }

    private State state(String number) {
        return result(find.file(LM, number)).it().state();
    }

    private List<Address> supporters(String number) {
        return results(database.sql("select address as text from cases.supporters where number = :number")
                        .bind("number", number)
                        .map(row -> Columns.text(row, "text"))
                        .all())
                .stream()
                .map(Address::parse)
                .toList();
    }

    private boolean isIn(String account) {
        return accounts.session(account)
                .filter(it -> it.rooms().stream().allMatch(Room::isEntered))
                .isPresent();
    }

    private static String number(Message answer) {
        var found = NUMBER.matcher(answer.getBody());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static void await(String what, BooleanSupplier wanted) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static void account(DynamicPropertyRegistry settings, int n, String id, String name, String room) {
        String account = "linli.channels.xmpp.accounts[" + n + "].";
        settings.add(account + "id", () -> id);
        settings.add(account + "jid", () -> name + "@" + DOMAIN);
        settings.add(account + "password", () -> PASSWORD);
        settings.add(account + "host", () -> "127.0.0.1");
        settings.add(account + "port", SERVER::port);
        settings.add(account + "security", () -> "plain");
        settings.add(account + "community", () -> "lm");
        settings.add(account + "rooms[0]", () -> room + "@" + ROOMS);
        settings.add(account + "upload-hosts[0]", () -> "upload.linli.test");
    }
}
