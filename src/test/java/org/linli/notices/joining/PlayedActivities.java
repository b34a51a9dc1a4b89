package org.linli.notices.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.linli.LinliTest;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords;
import org.linli.notices.Importance;
import org.linli.notices.Invitation;
import org.linli.notices.Invitation.Whose;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.Period;
import org.linli.notices.Wording;
import org.linli.notices.writing.Draft;
import org.linli.notices.writing.HandleNotices;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Activities of the made-up community, and who comes.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
abstract class PlayedActivities {

    static final CommunityId LM = new CommunityId("lm");

    @Autowired
    HandleNotices handle;

    @Autowired
    Notices notices;

    @Autowired
    Activities activities;

    @Autowired
    OpenActivities open;

    @Autowired
    Communities communities;

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void nothingWasSaid() {
        run("truncate notices.notices cascade");
        run("delete from outbox.letters where key like 'talk-%' or key like 'activity/%'");
        run("update community.residents set home = 'b3-1-402' where id = 'r14'");
        completed(open.round());
    }

    Notice invited(String title, int places, Whose whose) {
        var written = done(result(
                handle.save(chen(), UUID.randomUUID(), draft(title, Kind.ACTIVITY, new Invitation(places, whose)))));
        var sent = done(result(handle.submit(chen(), written)));
        completed(open.round());
        return sent;
    }

    static Draft draft(String title, Kind kind, Invitation invites) {
        var now = Instant.now().minusSeconds(1);
        return new Draft(
                new Wording(kind, Importance.ORDINARY, title, "欢迎参加 " + UUID.randomUUID()),
                "3栋",
                new Period(now, now.plus(Duration.ofHours(30))),
                null,
                null,
                invites);
    }

    Register register(Notice of) {
        return result(activities.register(activity(of)));
    }

    Activity activity(Notice of) {
        return result(activities.of(of));
    }

    static Notice done(HandleNotices.Result result) {
        assertThat(result).isInstanceOf(HandleNotices.Result.Done.class);
        return ((HandleNotices.Result.Done) result).after();
    }

    StaffMember chen() {
        return result(communities.map(LM)).staffMember("chen").orElseThrow();
    }

    void run(String sql) {
        completed(database.sql(sql).then());
    }
}
