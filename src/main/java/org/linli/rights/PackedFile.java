package org.linli.rights;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A `.zip` while it is written, and then read, on the disk: however much it holds, little of it is in memory. It has
/// no name there that anybody could open it by, and is gone when it is closed or the process ends.
public final class PackedFile implements AutoCloseable {

    private final FileChannel channel;
    private final ZipOutputStream zip;
    private int files;

    private PackedFile(FileChannel channel) {
        this.channel = channel;
        this.zip = new ZipOutputStream(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
    }

    static PackedFile begin() throws IOException {
        var path = Files.createTempFile("linli-", ".zip");
        return new PackedFile(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    void add(String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /// @param ending of its name
    /// @return under which name it is in there
    String addFile(byte[] bytes, String ending) throws IOException {
        String name = "files/%d.%s".formatted(++files, ending);
        add(name, bytes);
        return name;
    }

    /// Nothing more is added.
    PackedFile finished() throws IOException {
        zip.finish();
        channel.position(0);
        return this;
    }

    /// From its beginning, for whoever closes it.
    public FileChannel content() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
