package org.linli.platform.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// The file that holds the keys, for its owner's eyes only: under `aead` a keyset in Tink's JSON, under `index` the key
/// of indexes.
record KeyFile(Path path) {

    private static final FileAttribute<?> FOR_ITS_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /// Signals [WrongKeys] where the file is not what it should be; never with what is in it.
    Keyset read() {
        try {
            var file = JsonMapper.shared().readTree(Files.readAllBytes(path));
            byte[] index = Base64.getDecoder().decode(file.path("index").asString(""));
            return Keyset.of(file.path("aead").toString(), index);
            // Tink signals broken keys by errors of many kinds
        } catch (IOException | GeneralSecurityException | RuntimeException broken) {
            throw new WrongKeys(
                    "%s is no file of keys that can be read (expected: one that the program made)".formatted(path));
        }
    }

    /// Makes the file unless somebody else just did.
    void make(Keyset keyset) throws IOException {
        Path beside = beside(keyset);
        try {
            Files.createLink(path, beside);
        } catch (FileAlreadyExistsException anotherReplicas) {
            // theirs is as good as ours
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /// Takes the place of the old one whole, or not at all.
    void write(Keyset keyset) throws IOException {
        Files.move(beside(keyset), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path beside(Keyset keyset) throws IOException {
        var whole = JsonMapper.shared().createObjectNode();
        whole.set("aead", JsonMapper.shared().readTree(keyset.json()));
        whole.put("index", Base64.getEncoder().encodeToString(keyset.index()));
        Path beside = path.resolveSibling("%s.%s".formatted(path.getFileName(), keyset.sealing()));
        Files.deleteIfExists(beside);
        try (var out = Files.newByteChannel(
                beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FOR_ITS_OWNER)) {
            out.write(ByteBuffer.wrap(JsonMapper.shared().writeValueAsBytes(whole)));
        }
        return beside;
    }
}
