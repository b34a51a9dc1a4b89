package org.linli.platform.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.Random;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.platform.signing.HmacSha256;

/// Tink's keys for AES-256-GCM, of which one seals and all open, and one of ours for indexes.
///
/// What is sealed begins with a byte of Tink's and the key's id in four bytes.
final class Keyset {

    static final int INDEX_BYTES = 32;
    private static final int PREFIX_BYTES = 5;

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException tinkIsNotWhole) {
            throw new IllegalStateException(tinkIsNotWhole);
        }
    }

    private final KeysetHandle keys;
    private final Aead aead;
    private final byte[] index;

    /// @param keys  the newest last
    /// @param index 32 bytes
    private Keyset(KeysetHandle keys, byte[] index) throws GeneralSecurityException {
        this.keys = keys;
        this.aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.index = index;
    }

    static Keyset make() {
        return built(KeysetHandle.newBuilder().addEntry(fresh().makePrimary()), Random.randBytes(INDEX_BYTES));
    }

    /// @throws GeneralSecurityException where these are no keys of the kind that [#make] makes
    static Keyset of(String tinksJson, byte[] index) throws GeneralSecurityException {
        var keys = TinkJsonProtoKeysetFormat.parseKeyset(tinksJson, InsecureSecretKeyAccess.get());
        if (index.length != INDEX_BYTES || !entries(keys).stream().allMatch(Keyset::isOurs)) {
            throw new GeneralSecurityException("keys of another kind");
        }
        return new Keyset(keys, index);
    }

    /// With a key that opens, and does not seal yet.
    Keyset withOneMore() {
        return built(KeysetHandle.newBuilder(keys).addEntry(fresh()), index);
    }

    Keyset sealingWithTheNewest() {
        var changed = KeysetHandle.newBuilder(keys);
        changed.getAt(changed.size() - 1).makePrimary();
        return built(changed, index);
    }

    /// The name of the key that seals: eight digits.
    String sealing() {
        return name(keys.getPrimary().getId());
    }

    /// @param where is not hidden, and has to be the same when it is opened
    byte[] seal(String plain, String where) {
        try {
            return aead.encrypt(plain.getBytes(UTF_8), where.getBytes(UTF_8));
        } catch (GeneralSecurityException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    /// Signals [WrongKeys] where no key of these sealed it, or where it was sealed for another place.
    String open(byte[] sealed, String where) {
        try {
            return new String(aead.decrypt(sealed, where.getBytes(UTF_8)), UTF_8);
        } catch (GeneralSecurityException notOpened) {
            throw whyNot(sealed, where);
        }
    }

    private WrongKeys whyNot(byte[] sealed, String where) {
        if (sealed.length < PREFIX_BYTES) {
            return new WrongKeys("what is kept in %s was not sealed by this program".formatted(where));
        }
        String key = name(ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt());
        return names().contains(key)
                ? new WrongKeys(
                        "key %s does not open what is kept in %s: it is another key of that name, or what is kept was changed or moved"
                                .formatted(key, where.replace('\0', ' ')))
                : WrongKeys.missing(key, where);
    }

    /// By which something is found again without being opened; the same for the same text.
    ///
    /// @param what keeps indexes of different columns apart
    String index(String what, String text) {
        return HmacSha256.with(index).base64Url(what + "\0" + text);
    }

    /// The key of indexes, which nobody but its file may see.
    byte[] index() {
        return index.clone();
    }

    /// All keys in the clear, for their file.
    String json() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException everyKeyOfOursIsWritten) {
            throw new IllegalStateException(everyKeyOfOursIsWritten);
        }
    }

    private List<String> names() {
        return entries(keys).stream().map(it -> name(it.getId())).toList();
    }

    private static List<KeysetHandle.Entry> entries(KeysetHandle keys) {
        return IntStream.range(0, keys.size()).mapToObj(keys::getAt).toList();
    }

    private static boolean isOurs(KeysetHandle.Entry entry) {
        return entry.getKey().getParameters().equals(PredefinedAeadParameters.AES256_GCM);
    }

    private static KeysetHandle.Builder.Entry fresh() {
        return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId();
    }

    private static Keyset built(KeysetHandle.Builder keys, byte[] index) {
        try {
            return new Keyset(keys.build(), index);
        } catch (GeneralSecurityException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    private static String name(int id) {
        return "%08x".formatted(id);
    }

    @Override
    public String toString() {
        return "Keyset" + names();
    }
}
