package org.linli.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.channels.Address;
import org.linli.channels.Intake;
import org.linli.community.StaffPasswords;
import org.linli.inbox.HandleArrival;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class TalkAboutCaseTest {

    private static final Pattern TALK = Pattern.compile("<section id=\"case-talk\">(.*?)</section>", Pattern.DOTALL);
    private static final Address GROUP = Address.parse("webchat:lm:group:b3");

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Intake intake;

    @Autowired
    HandleArrival converse;

    @Autowired
    DatabaseClient database;

    @Autowired
    Clock clock;

    Talker talker;

    @BeforeEach
    void aQuietHouse() {
        SignedInAs.givePasswords(passwords, encoder);
        talker = new Talker(intake, converse, database, clock);
        database.sql("truncate dialogue.conversations, inbox.arrivals, outbox.letters")
                .then()
                .block();
        database.sql("update cases.cases set opened_at = opened_at - interval '4 days'")
                .then()
                .block();
    }

    @Test
    void theTalkThatLedToACaseStandsOnItsPageAndNothingElseDoes() {
        talker.says("r19", "老年卡去哪里办", null);
        talker.says("r19", "垃圾桶满了没人清，我电话13812345678", null);
        talker.says("r19", "2栋", null);
        String number = numberOfTheLatest();
        talker.says("r19", "查进度 " + number, null);
        talker.says("r19", "你好", null);

        assertThat(talk("chen", number))
                .containsSubsequence("垃圾桶满了", "138****5678", "是在您住的", "2栋", number, "查进度 " + number, number)
                .contains("反映人", "小邻")
                .doesNotContain("13812345678", "老年卡", "你好");
    }

    @Test
    void whatNeighboursSayToEachOtherIsNotPartOfIt() {
        talker.says("r18", "今天晚饭吃什么好", GROUP);
        talker.says("r18", "@小邻 3栋大门的玻璃碎了", GROUP);
        String number = numberOfTheLatest();
        talker.says("r17", "@小邻 大门玻璃碎了", GROUP);
        talker.says("r18", "大家晚安呀", GROUP);

        assertThat(talk("chen", number)).contains("3栋大门的玻璃碎了", "附议的邻居").doesNotContain("晚饭", "晚安");
    }

    @Test
    void companiesHaveNoPartInIt() {
        talker.says("r18", "3栋大门的玻璃碎了", null);
        String number = numberOfTheLatest();

        assertThat(talk("qian", number)).doesNotContain("玻璃碎了");
        assertThat(talk("lin", number)).contains("玻璃碎了");
    }

    private String talk(String staff, String number) {
        var talk = TALK.matcher(new SignedInAs(staff, web).page("/desk/cases/" + number));
        assertThat(talk.find()).isTrue();
        return talk.group(1);
    }

    private String numberOfTheLatest() {
        return Objects.requireNonNull(
                database.sql("select number from cases.cases order by opened_at desc, number desc limit 1")
                        .mapValue(String.class)
                        .one()
                        .block());
    }
}
