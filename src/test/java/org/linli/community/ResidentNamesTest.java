package org.linli.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.Results;
import org.linli.channels.Address;
import org.linli.community.ResidentRegister.Wanted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestConstructor;

@LinliTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ResidentNamesTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Address NEW = Address.parse("webchat:lm:person:newcomer");

    private final ImportCommunity imports;
    private final ResidentRegister register;
    private final Residents residents;
    private final Effects effects;
    private final DatabaseClient database;
    private final Job sealing;

    ResidentNamesTest(
            ImportCommunity imports,
            ResidentRegister register,
            Residents residents,
            Effects effects,
            DatabaseClient database,
            List<Job> jobs) {
        this.imports = imports;
        this.register = register;
        this.residents = residents;
        this.effects = effects;
        this.database = database;
        this.sealing = jobs.stream()
                .filter(it -> it.name().equals("seal-what-is-stored"))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void theDemosPeople() {
        DemoCommunity.isThere(imports);
    }

    @Test
    void aDumpOfTheRegisterNamesNobody() {
        declare("欧阳明月");

        String dump = text("select string_agg(r::text, ' ') from community.residents r");

        assertThat(dump).contains("sealed:").doesNotContain("赵桂兰", "苏晴", "欧阳", "明月");
        assertThat(Results.result(residents.at(LM, NEW)).name()).isEqualTo("欧阳明月");
        assertThat(Results.result(residents.byId(LM, "r01")).name()).isEqualTo("赵桂兰");
    }

    @Test
    void namesAreFoundByAnyPartAndInNoOtherCommunity() {
        declare("欧阳明月");

        assertThat(found("欧阳")).containsExactly("欧阳明月");
        assertThat(found("明")).contains("欧阳明月");
        assertThat(found("阳月")).isEmpty();
        assertThat(found("sealed")).isEmpty();
        assertThat(Results.result(residents.namesAmong(LM, Set.of("欧阳明月", "欧阳", "苏晴", "没有这人"))))
                .containsExactlyInAnyOrder("欧阳明月", "苏晴");
    }

    @Test
    void whatWasWrittenBeforeThereWereKeysIsFoundAtOnceAndSealedByTheJob() {
        run("insert into community.residents (community_id, id, name, verified) values ('lm', 'old', '司马青衫', false)");
        assertThat(found("青衫")).containsExactly("司马青衫");
        assertThat(Results.result(residents.namesAmong(LM, Set.of("司马青衫")))).hasSize(1);

        while (Objects.requireNonNull(sealing.round().block()) > 0) {
            assertThat(found("青衫")).containsExactly("司马青衫");
        }

        assertThat(text("select name from community.residents where id = 'old'"))
                .startsWith("sealed:");
        assertThat(found("青衫")).containsExactly("司马青衫");
        assertThat(Results.result(residents.namesAmong(LM, Set.of("司马青衫")))).hasSize(1);
        run("delete from community.residents where id = 'old'");
    }

    @Test
    void whoeverSaysAnotherNameIsFoundByThatAndKeepsItWhenOnlyMoving() {
        declare("欧阳明月");
        declare("欧阳朝霞");
        Results.completed(effects.commit(List.of(new IdentityDeclared(LM, NEW, null, "b3"))));

        assertThat(found("明月")).isEmpty();
        assertThat(found("朝霞")).containsExactly("欧阳朝霞");
    }

    private void declare(String name) {
        Results.completed(effects.commit(List.of(new IdentityDeclared(LM, NEW, name, null))));
    }

    private List<String> found(String text) {
        return Results.result(register.page(new Wanted(LM, true, Set.of(), text), 0)).residents().stream()
                .map(it -> Objects.requireNonNull(it.name()))
                .toList();
    }

    private String text(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(String.class).one().block());
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }
}
