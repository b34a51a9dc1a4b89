package org.linli.platform.secrets;

import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/// Seals texts before they are stored and opens them when they are read. Takes microseconds and asks nobody.
///
/// The keys are in the file that `linli.keys` names. Where none is named, a program with a database of its own makes
/// `keys.json` beside it, and one with a database elsewhere stores texts as they are, and says so.
@Service
public class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final String MARK = "sealed:";
    private static final int NAME = 8;
    private static final int SECRET_BYTES = 32;

    /// 66 bits: nobody is found by mistake, and an index stays small.
    private static final int PRINT = 11;

    private final @Nullable KeyFile file;
    private volatile @Nullable Keyset keys;

    Sealing(
            @Value("${linli.keys:}") String named,
            @Value("${linli.data:data}") Path data,
            @Value("${linli.database-url:}") String database) {
        this.file = !named.isBlank()
                ? new KeyFile(Path.of(named))
                : database.isBlank() ? new KeyFile(data.resolve("keys.json")) : null;
        this.keys = file == null ? null : madeOrRead(file);
        if (file == null) {
            LOG.warn(
                    "LINLI_KEYS names no file of keys: secrets and names are stored as they are, for whoever gets a copy"
                            + " of the database. Make one by `java -jar linli.jar keys make keys.json`, save it apart from the"
                            + " backups, and let LINLI_KEYS name it for each replica: what is stored is sealed then, a batch at a"
                            + " time");
        }
    }

    private static Keyset madeOrRead(KeyFile file) {
        if (!Files.exists(file.path())) {
            make(file);
        }
        return file.read();
    }

    private static void make(KeyFile file) {
        try {
            var folder = file.path().toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            file.make(Keyset.make());
            LOG.info("made keys in {}: save them apart from the database, without them it cannot be read", file.path());
        } catch (IOException refused) {
            throw new WrongKeys("there is no file of keys at %s, and it cannot be made there".formatted(file.path()));
        }
    }

    /// A new secret: 256 bits drawn by lot, 64 digits. Waits for nobody.
    public static String newSecret() {
        return HexFormat.of().formatHex(Random.randBytes(SECRET_BYTES));
    }

    /// Whether there are keys at all.
    public boolean isOn() {
        return keys != null;
    }

    /// What may be stored; the text itself where there are no keys.
    public String seal(SealedColumn column, String plain, String... row) {
        var with = keys;
        return with == null
                ? plain
                : MARK + with.sealing() + ":"
                        + Base64.getEncoder().encodeToString(with.seal(plain, column.where(List.of(row))));
    }

    /// Also reads what was stored before there were keys. Signals [WrongKeys].
    public String open(SealedColumn column, String stored, String... row) {
        if (!isSealed(stored)) {
            return stored;
        }
        String where = column.where(List.of(row));
        var with = keys;
        if (with == null) {
            throw WrongKeys.missing(keyOf(stored), where);
        }
        return with.open(Base64.getDecoder().decode(stored.substring(MARK.length() + NAME + 1)), where);
    }

    /// What stands in the index of a column for this text. Empty where there are no keys.
    ///
    /// @param community whose prints have nothing in common with those of another
    public String[] index(SealedColumn column, String community, String text) {
        return prints(column, community, column.search().pieces(text));
    }

    /// What has to be in the index of a row in which this is looked for.
    public String[] wanted(SealedColumn column, String community, String text) {
        return prints(column, community, column.search().wanted(text));
    }

    /// What is in the index of a row that holds this and nothing else.
    public String[] whole(SealedColumn column, String community, String text) {
        return prints(column, community, Search.whole(Search.plain(text)));
    }

    private String[] prints(SealedColumn column, String community, Stream<String> pieces) {
        var with = keys;
        String what = column.table() + "." + column.column() + "\0" + community;
        return with == null
                ? new String[0]
                : pieces.map(it -> with.index(what, it).substring(0, PRINT)).toArray(String[]::new);
    }

    static boolean isSealed(String stored) {
        return stored.startsWith(MARK) && stored.length() > MARK.length() + NAME;
    }

    static String keyOf(String stored) {
        return stored.substring(MARK.length(), MARK.length() + NAME);
    }

    /// How what the key in use sealed begins; empty where there are no keys.
    Optional<String> beginning() {
        return Optional.ofNullable(keys).map(it -> MARK + it.sealing() + ":");
    }

    /// Adds a key that opens; after [#useTheNewest] it seals. Between them all replicas read the file again.
    void addKey() throws IOException {
        change(requireKeys().withOneMore());
    }

    void useTheNewest() throws IOException {
        change(requireKeys().sealingWithTheNewest());
    }

    /// Takes what the file says now.
    void readAgain() {
        if (file != null) {
            keys = file.read();
        }
    }

    private void change(Keyset changed) throws IOException {
        if (file != null) {
            file.write(changed);
            keys = changed;
        }
    }

    private Keyset requireKeys() {
        var with = keys;
        if (with == null) {
            throw new WrongKeys("LINLI_KEYS names no file of keys");
        }
        return with;
    }
}
