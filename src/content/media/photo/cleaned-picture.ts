/** A picture without all that is no picture: no place, no camera, no thumbnail, nothing behind its end. */
export interface CleanedPicture {
  readonly bytes: Buffer;
  /** In points, as it is shown. */
  readonly width: number;
  readonly height: number;
}
