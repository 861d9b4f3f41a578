package fr.tocsin.settings;

/// A bucket in a store that speaks Amazon's S3.
///
/// @param endpoint without a slash at its end
/// @param prefix what all keys begin with; empty, or ending in a slash
public record ObjectStorage(
        String endpoint,
        String bucket,
        String region,
        String prefix,
        String accessKey,
        String secretKey) {

    @Override
    public String toString() {
        return endpoint + "/" + bucket + "/" + prefix;
    }
}
