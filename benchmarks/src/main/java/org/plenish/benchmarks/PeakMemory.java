package org.plenish.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What this process has held at most.
 *
 * @param heapBytes sum of the peaks of the heap's pools since the last reset, garbage included
 * @param residentBytes physical memory; 0 where the system does not tell
 */
public record PeakMemory(long heapBytes, long residentBytes) {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK_RESIDENT = "VmHWM:";
    private static final double MEGABYTE = 1 << 20;

    /** Collects garbage and counts the heap's peak from what is left; what was resident cannot be forgotten. */
    public static void reset() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    public static PeakMemory upToNow() throws IOException {
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        long resident = 0;
        if (Files.exists(STATUS)) {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(PEAK_RESIDENT)) {
                    resident = Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
                }
            }
        }
        return new PeakMemory(heap, resident);
    }

    public String text() {
        return String.format(
                Locale.ROOT,
                "peak memory: %.0f MB of heap, %.0f MB resident (all sets are held at once)",
                heapBytes / MEGABYTE,
                residentBytes / MEGABYTE);
    }
}
