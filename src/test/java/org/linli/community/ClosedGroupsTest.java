package org.linli.community;

import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.community.file.CommunityFile;
import org.linli.platform.database.CommunityId;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@LinliTest
@TestPropertySource(properties = "linli.demo=true")
@DirtiesContext
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ClosedGroupsTest {

    private final WebTestClient browser;
    private final LoadCommunity load;
    private final DatabaseClient database;
    private final Communities communities;
    private final ResidentNames names;

    ClosedGroupsTest(
            WebTestClient browser,
            LoadCommunity load,
            DatabaseClient database,
            Communities communities,
            ResidentNames names) {
        this.names = names;
        this.browser = browser;
        this.load = load;
        this.database = database;
        this.communities = communities;
    }

    @Test
    void theGroupsOfACommunityThatIsNotMadeUpAreClosedThoughADemoIsOn() throws Exception {
        expect("/groups/b3", 200);

        // as an import by a program that is no demo leaves it; the next start may well be one
        new WriteCommunity(database, names, false).write(file()).block();
        communities.renew().block();

        expect("/groups/b3", 404);
        expect("/groups/b3/private/r01", 404);
        expect("/chat", 200);
    }

    private CommunityFile file() throws Exception {
        byte[] demo = new FileSystemResource("deploy/demo/community.yaml").getContentAsByteArray();
        return CommunityFile.read(
                "community.yaml", demo, load.load(new CommunityId("lm")).block());
    }

    private void expect(String path, int status) {
        browser.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }
}
