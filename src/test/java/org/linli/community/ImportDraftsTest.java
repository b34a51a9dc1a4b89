package org.linli.community;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.community.ImportDrafts.Draft;
import org.linli.platform.database.CommunityId;
import org.linli.platform.secrets.WrongKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// Files with residents that wait for an hour.
@LinliTest
class ImportDraftsTest {

    private static final CommunityId HERE = new CommunityId("lm");
    private static final CommunityId ELSEWHERE = new CommunityId("hq");
    private static final byte[] FILE = "residents:\n- name: 慕容秋霜".getBytes(UTF_8);

    @Autowired
    ImportDrafts drafts;

    @Autowired
    DatabaseClient database;

    @AfterEach
    void nothingWaits() {
        run("delete from community.import_drafts");
    }

    @Test
    void aDumpTellsNobodyWhoStandsInAFileAndWhoeverTakesItReadsIt() {
        String id = kept();

        assertThat(dump()).contains("sealed:").doesNotContain("慕容", encoded("慕容秋霜"));
        assertThat(result(drafts.take(HERE, id)).bytes()).isEqualTo(FILE);
        assertThat(drafts.take(HERE, id).blockOptional()).isEmpty();
    }

    @Test
    void aFileThatWasPutInTheRowOfAnotherCommunityDoesNotOpenThere() {
        String id = kept();
        run("update community.import_drafts set community_id = 'hq'");

        assertThatThrownBy(() -> result(drafts.take(ELSEWHERE, id))).isInstanceOf(WrongKeys.class);
    }

    @Test
    void whatTheVersionBeforePutThereIsRead() {
        run("insert into community.import_drafts (community_id, id, name, bytes, seen, at)"
                + " values ('lm', 'd', 'f', convert_to('old: file', 'UTF8'), 1, now())");

        assertThat(result(drafts.take(HERE, "d")).bytes()).asString(UTF_8).isEqualTo("old: file");
    }

    /// It reads `bytes` alone, as text or as a table.
    @Test
    void theVersionBeforeTakesASealedFileForNoFile() {
        kept();

        assertThat(result(database.sql("select convert_from(bytes, 'UTF8') as it from community.import_drafts")
                        .mapValue(String.class)
                        .one()))
                .isEqualTo("sealed");
    }

    private String kept() {
        return result(drafts.keep(HERE, new Draft("lm.yaml", FILE, 1)));
    }

    private String dump() {
        return result(database.sql("select string_agg(d::text, ' ') from community.import_drafts d")
                .mapValue(String.class)
                .one());
    }

    /// As bytes stand in a dump.
    private static String encoded(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    private void run(String sql) {
        completed(database.sql(sql).then());
    }
}
